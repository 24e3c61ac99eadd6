using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MyCavoodle.Hub.Sqlite.Migrations
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
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<int>(
                name: "Committed",
                table: "Products",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "CostSetByTeam",
                table: "Products",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "LeadTimeDays",
                table: "Products",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ReorderPointSetByTeam",
                table: "Products",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "ReorderQuantity",
                table: "Products",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "SupplierId",
                table: "Products",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SyncNote",
                table: "Products",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "CustomerNotified",
                table: "Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<decimal>(
                name: "Gst",
                table: "Orders",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PlacedOn",
                table: "Orders",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<decimal>(
                name: "ProductCost",
                table: "Orders",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<decimal>(
                name: "Refunded",
                table: "Orders",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<bool>(
                name: "ReviewRequestSent",
                table: "Orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "SatisfactionScore",
                table: "Orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "ShippingCost",
                table: "Orders",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SyncNote",
                table: "Orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Discount",
                table: "OrderLines",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<long>(
                name: "ShopifyVariantId",
                table: "OrderLines",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Unfulfilled",
                table: "OrderLines",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "CustomerEmail",
                table: "Inquiries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ResolutionNotes",
                table: "Inquiries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SatisfactionScore",
                table: "Inquiries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SentimentScore",
                table: "Inquiries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SyncNote",
                table: "Inquiries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "FixedCosts",
                table: "DailyFigures",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "OtherMarketing",
                table: "DailyFigures",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Sessions",
                table: "DailyFigures",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SessionsFrom",
                table: "DailyFigures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "ShippingCost",
                table: "DailyFigures",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<string>(
                name: "SyncNote",
                table: "DailyFigures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AcceptsEmail",
                table: "Customers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "AcceptsSms",
                table: "Customers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedAt",
                table: "Customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "FirstOrderOn",
                table: "Customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "InstagramHandle",
                table: "Customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LastOrderOn",
                table: "Customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PetBirthday",
                table: "Customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PetBreed",
                table: "Customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PetName",
                table: "Customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SharedEmail",
                table: "Customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SyncNote",
                table: "Customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Tags",
                table: "Customers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "TagsSetByTeam",
                table: "Customers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "TotalOrders",
                table: "Customers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<decimal>(
                name: "TotalRevenue",
                table: "Customers",
                type: "TEXT",
                precision: 18,
                scale: 4,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<DateTime>(
                name: "ToldAt",
                table: "Orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "HappenedAt",
                table: "Inbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SyncNote",
                table: "OrderLines",
                type: "TEXT",
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
            // SQLite knows no zones: summer time runs from the first Sunday of October to the first of April, both at 16:00 UTC on Saturday.
            migrationBuilder.Sql("""
                UPDATE "Orders" SET "PlacedOn" = date("PlacedAt", CASE
                    WHEN "PlacedAt" >= datetime(strftime('%Y', "PlacedAt") || '-10-01', 'weekday 0', '-8 hours') THEN '+11 hours'
                    WHEN "PlacedAt" < datetime(strftime('%Y', "PlacedAt") || '-04-01', 'weekday 0', '-8 hours') THEN '+11 hours'
                    ELSE '+10 hours' END)
                """);
            migrationBuilder.Sql("""
                UPDATE "Refunds" SET "On" = date("At", CASE
                    WHEN "At" >= datetime(strftime('%Y', "At") || '-10-01', 'weekday 0', '-8 hours') THEN '+11 hours'
                    WHEN "At" < datetime(strftime('%Y', "At") || '-04-01', 'weekday 0', '-8 hours') THEN '+11 hours'
                    ELSE '+10 hours' END)
                """);
            // Amounts are texts here: added up as whole hundredths of a cent, so that none is lost.
            migrationBuilder.Sql("""
                UPDATE "Orders" SET
                    "Refunded" = (SELECT printf('%.4f', coalesce(sum(CAST(round(r."Amount" * 10000) AS INTEGER)), 0) / 10000.0) FROM "Refunds" r WHERE r."OrderId" = "Orders"."Id"),
                    "ProductCost" = (SELECT printf('%.4f', coalesce(sum(CAST(round(l."Quantity" * l."UnitCost" * 10000) AS INTEGER)), 0) / 10000.0) FROM "OrderLines" l WHERE l."OrderId" = "Orders"."Id")
                """);
            migrationBuilder.Sql("""
                UPDATE "Customers" SET ("TotalOrders", "TotalRevenue", "FirstOrderOn", "LastOrderOn") = (
                    SELECT count(*), printf('%.4f', coalesce(sum(CAST(round((o."Total" - o."Refunded") * 10000) AS INTEGER)), 0) / 10000.0), min(o."PlacedOn"), max(o."PlacedOn")
                    FROM "Orders" o WHERE o."CustomerId" = "Customers"."Id" AND NOT o."IsTest" AND o."Payment" IN ('Paid', 'Refunded'))
                """);
            migrationBuilder.Sql("""DELETE FROM "DailyFigures" """);
            migrationBuilder.Sql("""DELETE FROM "Cursors" WHERE "Name" = 'shopify-pull'""");

            migrationBuilder.CreateTable(
                name: "Discrepancies",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Message = table.Column<string>(type: "TEXT", nullable: false),
                    FirstSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Times = table.Column<int>(type: "INTEGER", nullable: false),
                    HealedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Discrepancies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MirrorChanges",
                columns: table => new
                {
                    Table = table.Column<string>(type: "TEXT", nullable: false),
                    RowId = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorChanges", x => new { x.Table, x.RowId });
                });

            migrationBuilder.CreateTable(
                name: "MirrorHooks",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    BaseId = table.Column<string>(type: "TEXT", nullable: false),
                    NotificationUrl = table.Column<string>(type: "TEXT", nullable: false),
                    MacSecretBase64 = table.Column<string>(type: "TEXT", nullable: false),
                    Cursor = table.Column<int>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorHooks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MirrorRows",
                columns: table => new
                {
                    Table = table.Column<string>(type: "TEXT", nullable: false),
                    RowId = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordId = table.Column<string>(type: "TEXT", nullable: false),
                    SentHash = table.Column<string>(type: "TEXT", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MirrorRows", x => new { x.Table, x.RowId });
                });

            migrationBuilder.CreateTable(
                name: "PrivacyRequests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Wish = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    ShopifyCustomerId = table.Column<long>(type: "INTEGER", nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PrivacyRequests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ProductDays",
                columns: table => new
                {
                    ShopifyVariantId = table.Column<long>(type: "INTEGER", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Pieces = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProductDays", x => new { x.ShopifyVariantId, x.Date });
                });

            migrationBuilder.CreateTable(
                name: "Reconciliations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Compared = table.Column<int>(type: "INTEGER", nullable: false),
                    Missing = table.Column<int>(type: "INTEGER", nullable: false),
                    Outdated = table.Column<int>(type: "INTEGER", nullable: false),
                    Examples = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reconciliations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SessionDays",
                columns: table => new
                {
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Sessions = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionDays", x => x.Date);
                });

            migrationBuilder.CreateTable(
                name: "Suppliers",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Contact = table.Column<string>(type: "TEXT", nullable: true),
                    LeadTimeDays = table.Column<int>(type: "INTEGER", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", nullable: true),
                    Notes = table.Column<string>(type: "TEXT", nullable: true),
                    SyncNote = table.Column<string>(type: "TEXT", nullable: true)
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
                type: "TEXT",
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
