using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MyCavoodle.Hub.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class WholeHub : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Refunds_At",
                table: "Refunds");

            migrationBuilder.DropIndex(
                name: "IX_Customers_Email",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "ComputedAt",
                table: "DailyFigures");

            migrationBuilder.RenameColumn(
                name: "ShippingMethod",
                table: "Orders",
                newName: "ShippingMethodName");

            migrationBuilder.AddColumn<DateOnly>(
                name: "On",
                table: "Refunds",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<int>(
                name: "Committed",
                table: "Products",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "CostSetByTeam",
                table: "Products",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "LeadTimeDays",
                table: "Products",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ReorderPointSetByTeam",
                table: "Products",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "ReorderQuantity",
                table: "Products",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SupplierId",
                table: "Products",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SyncNote",
                table: "Products",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "CustomerNotified",
                table: "Orders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<decimal>(
                name: "Gst",
                table: "Orders",
                type: "numeric(18,4)",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PlacedOn",
                table: "Orders",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<decimal>(
                name: "ProductCost",
                table: "Orders",
                type: "numeric(18,4)",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "Refunded",
                table: "Orders",
                type: "numeric(18,4)",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<bool>(
                name: "ReviewRequestSent",
                table: "Orders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "SatisfactionScore",
                table: "Orders",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "ShippingCost",
                table: "Orders",
                type: "numeric(18,4)",
                precision: 18,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SyncNote",
                table: "Orders",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Discount",
                table: "OrderLines",
                type: "numeric(18,4)",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<long>(
                name: "ShopifyVariantId",
                table: "OrderLines",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Unfulfilled",
                table: "OrderLines",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "CustomerEmail",
                table: "Inquiries",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ResolutionNotes",
                table: "Inquiries",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SatisfactionScore",
                table: "Inquiries",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SentimentScore",
                table: "Inquiries",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SyncNote",
                table: "Inquiries",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "FixedCosts",
                table: "DailyFigures",
                type: "numeric(18,4)",
                precision: 18,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "OtherMarketing",
                table: "DailyFigures",
                type: "numeric(18,4)",
                precision: 18,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Sessions",
                table: "DailyFigures",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SessionsFrom",
                table: "DailyFigures",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "ShippingCost",
                table: "DailyFigures",
                type: "numeric(18,4)",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "SyncNote",
                table: "DailyFigures",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AcceptsEmail",
                table: "Customers",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "AcceptsSms",
                table: "Customers",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedAt",
                table: "Customers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "FirstOrderOn",
                table: "Customers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "InstagramHandle",
                table: "Customers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LastOrderOn",
                table: "Customers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PetBirthday",
                table: "Customers",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PetBreed",
                table: "Customers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PetName",
                table: "Customers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SharedEmail",
                table: "Customers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SyncNote",
                table: "Customers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Tags",
                table: "Customers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "TagsSetByTeam",
                table: "Customers",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "TotalOrders",
                table: "Customers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<decimal>(
                name: "TotalRevenue",
                table: "Customers",
                type: "numeric(18,4)",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<DateTime>(
                name: "ToldAt",
                table: "Orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "HappenedAt",
                table: "Inbox",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SyncNote",
                table: "OrderLines",
                type: "text",
                nullable: true);

            // What the older tables hold, in the words of the new ones. The shop is read anew, from the beginning, for what they never held.
            migrationBuilder.Sql("""UPDATE "Orders" SET "Payment" = 'Paid' WHERE "Payment" = 'PartlyRefunded'""");
            migrationBuilder.Sql("""
                UPDATE "Inquiries" SET "Platform" = CASE "Platform" WHEN 'instagram' THEN 'Instagram' WHEN 'messenger' THEN 'Facebook' ELSE 'Gmail' END
                """);
            migrationBuilder.Sql("""
                UPDATE "Inquiries" SET
                    "CustomerEmail" = (SELECT c."Address" FROM "Conversations" v JOIN "Contacts" c ON c."Id" = v."ContactId"
                        WHERE v."Id" = "Inquiries"."ConversationId" AND c."Channel" = 'email'),
                    "CustomerId" = (SELECT c."Id" FROM "Customers" c WHERE c."Id" = "Inquiries"."CustomerId")
                """);
            migrationBuilder.Sql("""
                UPDATE "Customers" SET "SharedEmail" = "Email", "Email" = NULL
                WHERE EXISTS (SELECT 1 FROM "Customers" o WHERE o."Email" = "Customers"."Email" AND o."ShopifyId" < "Customers"."ShopifyId")
                """);
            migrationBuilder.Sql("""
                UPDATE "Orders" SET "PlacedOn" = ("PlacedAt" AT TIME ZONE 'Australia/Sydney')::date
                """);
            migrationBuilder.Sql("""
                UPDATE "Refunds" SET "On" = ("At" AT TIME ZONE 'Australia/Sydney')::date
                """);
            migrationBuilder.Sql("""
                UPDATE "Orders" SET
                    "Refunded" = (SELECT coalesce(sum(r."Amount"), 0) FROM "Refunds" r WHERE r."OrderId" = "Orders"."Id"),
                    "ProductCost" = (SELECT coalesce(sum(l."Quantity" * l."UnitCost"), 0) FROM "OrderLines" l WHERE l."OrderId" = "Orders"."Id")
                """);
            migrationBuilder.Sql("""
                UPDATE "Customers" SET ("TotalOrders", "TotalRevenue", "FirstOrderOn", "LastOrderOn") = (
                    SELECT count(*), coalesce(sum((o."Total" - o."Refunded")), 0), min(o."PlacedOn"), max(o."PlacedOn")
                    FROM "Orders" o WHERE o."CustomerId" = "Customers"."Id" AND NOT o."IsTest" AND o."Payment" IN ('Paid', 'Refunded'))
                """);
            migrationBuilder.Sql("""DELETE FROM "DailyFigures" """);
            migrationBuilder.Sql("""DELETE FROM "Cursors" WHERE "Name" = 'shopify-pull'""");

            migrationBuilder.CreateTable(
                name: "Discrepancies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Key = table.Column<string>(type: "text", nullable: false),
                    Message = table.Column<string>(type: "text", nullable: false),
                    FirstSeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Times = table.Column<int>(type: "integer", nullable: false),
                    HealedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Discrepancies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MirrorChanges",
                columns: table => new
                {
                    Table = table.Column<string>(type: "text", nullable: false),
                    RowId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorChanges", x => new { x.Table, x.RowId });
                });

            migrationBuilder.CreateTable(
                name: "MirrorHooks",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false),
                    BaseId = table.Column<string>(type: "text", nullable: false),
                    NotificationUrl = table.Column<string>(type: "text", nullable: false),
                    MacSecretBase64 = table.Column<string>(type: "text", nullable: false),
                    Cursor = table.Column<int>(type: "integer", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorHooks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MirrorRows",
                columns: table => new
                {
                    Table = table.Column<string>(type: "text", nullable: false),
                    RowId = table.Column<long>(type: "bigint", nullable: false),
                    RecordId = table.Column<string>(type: "text", nullable: false),
                    SentHash = table.Column<string>(type: "text", nullable: true),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorRows", x => new { x.Table, x.RowId });
                });

            migrationBuilder.CreateTable(
                name: "PrivacyRequests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Wish = table.Column<string>(type: "text", nullable: false),
                    Key = table.Column<string>(type: "text", nullable: false),
                    ShopifyCustomerId = table.Column<long>(type: "bigint", nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Outcome = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrivacyRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProductDays",
                columns: table => new
                {
                    ShopifyVariantId = table.Column<long>(type: "bigint", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Pieces = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProductDays", x => new { x.ShopifyVariantId, x.Date });
                });

            migrationBuilder.CreateTable(
                name: "Reconciliations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    What = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Compared = table.Column<int>(type: "integer", nullable: false),
                    Missing = table.Column<int>(type: "integer", nullable: false),
                    Outdated = table.Column<int>(type: "integer", nullable: false),
                    Examples = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reconciliations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SessionDays",
                columns: table => new
                {
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Sessions = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionDays", x => x.Date);
                });

            migrationBuilder.CreateTable(
                name: "Suppliers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Contact = table.Column<string>(type: "text", nullable: true),
                    LeadTimeDays = table.Column<int>(type: "integer", nullable: true),
                    Currency = table.Column<string>(type: "text", nullable: true),
                    Notes = table.Column<string>(type: "text", nullable: true),
                    SyncNote = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Suppliers", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_On",
                table: "Refunds",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_Products_Sku",
                table: "Products",
                column: "Sku");

            migrationBuilder.CreateIndex(
                name: "IX_Products_SupplierId",
                table: "Products",
                column: "SupplierId");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_PlacedOn",
                table: "Orders",
                column: "PlacedOn");

            migrationBuilder.CreateIndex(
                name: "IX_Orders_UpdatedAt",
                table: "Orders",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_OrderLines_ShopifyVariantId",
                table: "OrderLines",
                column: "ShopifyVariantId",
                filter: "\"UnitCost\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_OrderLines_ShopifyVariantId_Unfulfilled",
                table: "OrderLines",
                columns: new[] { "ShopifyVariantId", "Unfulfilled" },
                filter: "\"Unfulfilled\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_Inquiries_CustomerEmail",
                table: "Inquiries",
                column: "CustomerEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Inquiries_CustomerId",
                table: "Inquiries",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Email",
                table: "Customers",
                column: "Email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Customers_FirstOrderOn",
                table: "Customers",
                column: "FirstOrderOn");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_InstagramHandle",
                table: "Customers",
                column: "InstagramHandle");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Phone",
                table: "Customers",
                column: "Phone");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_SharedEmail",
                table: "Customers",
                column: "SharedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Discrepancies_Key",
                table: "Discrepancies",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MirrorChanges_Table_DueAt",
                table: "MirrorChanges",
                columns: new[] { "Table", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MirrorRows_RecordId",
                table: "MirrorRows",
                column: "RecordId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PrivacyRequests_Key",
                table: "PrivacyRequests",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProductDays_Date",
                table: "ProductDays",
                column: "Date");

            migrationBuilder.CreateIndex(
                name: "IX_Reconciliations_At",
                table: "Reconciliations",
                column: "At");

            migrationBuilder.AddForeignKey(
                name: "FK_Inquiries_Customers_CustomerId",
                table: "Inquiries",
                column: "CustomerId",
                principalTable: "Customers",
                principalColumn: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_Products_Suppliers_SupplierId",
                table: "Products",
                column: "SupplierId",
                principalTable: "Suppliers",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Inquiries_Customers_CustomerId",
                table: "Inquiries");

            migrationBuilder.DropForeignKey(
                name: "FK_Products_Suppliers_SupplierId",
                table: "Products");

            migrationBuilder.DropTable(
                name: "Discrepancies");

            migrationBuilder.DropTable(
                name: "MirrorChanges");

            migrationBuilder.DropTable(
                name: "MirrorHooks");

            migrationBuilder.DropTable(
                name: "MirrorRows");

            migrationBuilder.DropTable(
                name: "PrivacyRequests");

            migrationBuilder.DropTable(
                name: "ProductDays");

            migrationBuilder.DropTable(
                name: "Reconciliations");

            migrationBuilder.DropTable(
                name: "SessionDays");

            migrationBuilder.DropTable(
                name: "Suppliers");

            migrationBuilder.DropIndex(
                name: "IX_Refunds_On",
                table: "Refunds");

            migrationBuilder.DropIndex(
                name: "IX_Products_Sku",
                table: "Products");

            migrationBuilder.DropIndex(
                name: "IX_Products_SupplierId",
                table: "Products");

            migrationBuilder.DropIndex(
                name: "IX_Orders_PlacedOn",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_Orders_UpdatedAt",
                table: "Orders");

            migrationBuilder.DropIndex(
                name: "IX_OrderLines_ShopifyVariantId",
                table: "OrderLines");

            migrationBuilder.DropIndex(
                name: "IX_OrderLines_ShopifyVariantId_Unfulfilled",
                table: "OrderLines");

            migrationBuilder.DropIndex(
                name: "IX_Inquiries_CustomerEmail",
                table: "Inquiries");

            migrationBuilder.DropIndex(
                name: "IX_Inquiries_CustomerId",
                table: "Inquiries");

            migrationBuilder.DropIndex(
                name: "IX_Customers_Email",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_FirstOrderOn",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_InstagramHandle",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_Phone",
                table: "Customers");

            migrationBuilder.DropIndex(
                name: "IX_Customers_SharedEmail",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "ToldAt",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "HappenedAt",
                table: "Inbox");

            migrationBuilder.DropColumn(
                name: "SyncNote",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "On",
                table: "Refunds");

            migrationBuilder.DropColumn(
                name: "Committed",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "CostSetByTeam",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "LeadTimeDays",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "ReorderPointSetByTeam",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "ReorderQuantity",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "SupplierId",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "SyncNote",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "CustomerNotified",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Gst",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "PlacedOn",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "ProductCost",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Refunded",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "ReviewRequestSent",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "SatisfactionScore",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "ShippingCost",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "SyncNote",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "Discount",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "ShopifyVariantId",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "Unfulfilled",
                table: "OrderLines");

            migrationBuilder.DropColumn(
                name: "CustomerEmail",
                table: "Inquiries");

            migrationBuilder.DropColumn(
                name: "ResolutionNotes",
                table: "Inquiries");

            migrationBuilder.DropColumn(
                name: "SatisfactionScore",
                table: "Inquiries");

            migrationBuilder.DropColumn(
                name: "SentimentScore",
                table: "Inquiries");

            migrationBuilder.DropColumn(
                name: "SyncNote",
                table: "Inquiries");

            migrationBuilder.DropColumn(
                name: "FixedCosts",
                table: "DailyFigures");

            migrationBuilder.DropColumn(
                name: "OtherMarketing",
                table: "DailyFigures");

            migrationBuilder.DropColumn(
                name: "Sessions",
                table: "DailyFigures");

            migrationBuilder.DropColumn(
                name: "SessionsFrom",
                table: "DailyFigures");

            migrationBuilder.DropColumn(
                name: "ShippingCost",
                table: "DailyFigures");

            migrationBuilder.DropColumn(
                name: "SyncNote",
                table: "DailyFigures");

            migrationBuilder.DropColumn(
                name: "AcceptsEmail",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "AcceptsSms",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "ErasedAt",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "FirstOrderOn",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "InstagramHandle",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "LastOrderOn",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "PetBirthday",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "PetBreed",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "PetName",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "SharedEmail",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "SyncNote",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "Tags",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "TagsSetByTeam",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "TotalOrders",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "TotalRevenue",
                table: "Customers");

            migrationBuilder.RenameColumn(
                name: "ShippingMethodName",
                table: "Orders",
                newName: "ShippingMethod");

            migrationBuilder.AddColumn<DateTime>(
                name: "ComputedAt",
                table: "DailyFigures",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.CreateIndex(
                name: "IX_Refunds_At",
                table: "Refunds",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Customers_Email",
                table: "Customers",
                column: "Email");
        }
    }
}
