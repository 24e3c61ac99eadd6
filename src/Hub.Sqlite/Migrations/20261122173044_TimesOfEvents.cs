using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MyCavoodle.Hub.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TimesOfEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ToldAt",
                table: "Orders");

            migrationBuilder.DropColumn(
                name: "HappenedAt",
                table: "Inbox");
        }
    }
}
