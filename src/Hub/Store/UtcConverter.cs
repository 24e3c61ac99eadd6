using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MyCavoodle.Hub;

/// <summary>Instants are stored as UTC times, which both databases can compare and sort.</summary>
sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
