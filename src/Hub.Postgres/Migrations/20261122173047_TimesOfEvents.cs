using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MyCavoodle.Hub.Postgres.Migrations
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
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "HappenedAt",
                table: "Inbox",
                type: "timestamp with time zone",
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
