// A letter as a row for a print house.
using System.Globalization;
using CsvHelper;
using Hearth.Messaging.Sending.Mail;

namespace Hearth.Messaging.Letters.Run;

internal static class LetterRow
{
    private const int AddressLines = 7;

    public static Task WriteHeadingsAsync(CsvWriter csv) =>
        WriteAsync(
            csv,
            [
                "Reference",
                "Name",
                .. Enumerable.Range(1, AddressLines).Select(n => $"Address {n}"),
                "Language",
                "Heading",
                "Words",
                "Code",
                "QR address",
                "Address to type",
                "Answer by",
                "English heading",
                "English words",
            ]
        );

    public static Task WriteAsync(CsvWriter csv, StoredMessage letter)
    {
        var lines = Letter.LinesOf(letter.ToAddress);
        var code = Words.CodeOf(letter);
        // on the back, where nobody has checked the translation
        var english = Words.EnglishOf(letter) is { SentToo: true } both ? both : null;
        return WriteAsync(
            csv,
            [
                letter.Id.ToString("N"),
                letter.ToName,
                // an address longer than the columns ends in the last of them
                .. Enumerable.Range(0, AddressLines - 1).Select(n => lines.ElementAtOrDefault(n) ?? ""),
                string.Join(", ", lines.Skip(AddressLines - 1)),
                letter.Language,
                letter.Subject,
                letter.Body,
                code?.Code ?? "",
                code?.Url ?? "",
                code?.ShortAddress ?? "",
                code?.AnswerBy?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
                english?.Subject ?? "",
                english?.Body ?? "",
            ]
        );
    }

    private static Task WriteAsync(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }
        return csv.NextRecordAsync();
    }
}
