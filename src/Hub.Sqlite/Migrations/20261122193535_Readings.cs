using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MyCavoodle.Hub.Sqlite.Migrations
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Readings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MessageId = table.Column<long>(type: "INTEGER", nullable: false),
                    ConversationId = table.Column<long>(type: "INTEGER", nullable: false),
                    InquiryId = table.Column<long>(type: "INTEGER", nullable: true),
                    Intents = table.Column<string>(type: "TEXT", nullable: false),
                    IsSure = table.Column<bool>(type: "INTEGER", nullable: false),
                    OutOfScope = table.Column<decimal>(type: "TEXT", precision: 18, scale: 4, nullable: false),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    Urgency = table.Column<string>(type: "TEXT", nullable: false),
                    Sentiment = table.Column<int>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    Slots = table.Column<string>(type: "TEXT", nullable: true),
                    Flags = table.Column<string>(type: "TEXT", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", nullable: true),
                    Disagreement = table.Column<string>(type: "TEXT", nullable: true),
                    ModelCategory = table.Column<string>(type: "TEXT", nullable: true),
                    ModelUrgency = table.Column<string>(type: "TEXT", nullable: true),
                    ModelSentiment = table.Column<int>(type: "INTEGER", nullable: true),
                    ReviewedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReviewedBy = table.Column<string>(type: "TEXT", nullable: true),
                    ModelWasRight = table.Column<bool>(type: "INTEGER", nullable: true)
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
