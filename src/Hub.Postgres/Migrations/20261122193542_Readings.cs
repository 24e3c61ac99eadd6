using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MyCavoodle.Hub.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Readings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Slots",
                table: "Inquiries",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Readings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MessageId = table.Column<long>(type: "bigint", nullable: false),
                    ConversationId = table.Column<long>(type: "bigint", nullable: false),
                    InquiryId = table.Column<long>(type: "bigint", nullable: true),
                    Intents = table.Column<string>(type: "text", nullable: false),
                    IsSure = table.Column<bool>(type: "boolean", nullable: false),
                    OutOfScope = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    Category = table.Column<string>(type: "text", nullable: false),
                    Urgency = table.Column<string>(type: "text", nullable: false),
                    Sentiment = table.Column<int>(type: "integer", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    Slots = table.Column<string>(type: "text", nullable: true),
                    Flags = table.Column<string>(type: "text", nullable: true),
                    Evidence = table.Column<string>(type: "text", nullable: true),
                    Disagreement = table.Column<string>(type: "text", nullable: true),
                    ModelCategory = table.Column<string>(type: "text", nullable: true),
                    ModelUrgency = table.Column<string>(type: "text", nullable: true),
                    ModelSentiment = table.Column<int>(type: "integer", nullable: true),
                    ReviewedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReviewedBy = table.Column<string>(type: "text", nullable: true),
                    ModelWasRight = table.Column<bool>(type: "boolean", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Readings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Readings_Inquiries_InquiryId",
                        column: x => x.InquiryId,
                        principalTable: "Inquiries",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Readings_Messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "Messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Readings_ConversationId",
                table: "Readings",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_Readings_InquiryId",
                table: "Readings",
                column: "InquiryId");

            migrationBuilder.CreateIndex(
                name: "IX_Readings_MessageId",
                table: "Readings",
                column: "MessageId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Readings_ReviewedAt",
                table: "Readings",
                column: "ReviewedAt",
                filter: "\"Disagreement\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Readings");

            migrationBuilder.DropColumn(
                name: "Slots",
                table: "Inquiries");
        }
    }
}
