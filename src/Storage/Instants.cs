// Instants are kept in UTC on both databases; SQLite has no type for them, so there they are text that sorts as time does.
using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Hearth.Storage;

/// <summary>UTC, ISO 8601, always seven decimals: the order of the text is the order of time.</summary>
internal sealed class SortableUtcText()
    : ValueConverter<DateTimeOffset, string>(
        instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
        text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
    );

/// <summary>PostgreSQL's <c>timestamptz</c> refuses any offset but nought.</summary>
internal sealed class UtcInstant()
    : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => instant.ToUniversalTime(), instant => instant);
