// Makes the body of a publication from what stands, writes it and reads it back.
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hearth.Insight.Measures.Return;

namespace Hearth.Insight.Measures.Published;

internal static class Bodies
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        // read by people, never written into a page as it is
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>What would be published of the year now. Every stock must be frozen.</summary>
    /// <param name="landlord">As tenants know it.</param>
    public static PublishedBody Of(YearToReport report, string landlord) =>
        new(
            landlord,
            report.Year.Set.Id,
            [
                .. report.Stocks.Select(stock => new PublishedStock(
                    stock.Stock,
                    stock.Facts.Edition!.Id,
                    stock.Facts.Edition.Number,
                    stock.Facts.Edition.Sha256,
                    [
                        .. stock.Approach.Items.Select(item => new PublishedPoint(
                            item.Letter,
                            item.Title,
                            item.Text,
                            item.Own is null ? item.Lines : null
                        )),
                    ],
                    stock.Facts.Asked
                )),
            ],
            [
                .. report
                    .Management.Asked.Where(line => report.Management[line] is not null)
                    .Select(line => new PublishedFigure(line.Key, report.Management[line]!)),
            ]
        );

    /// <summary>Publishing again would say the same.</summary>
    public static bool IsWhatStands(Publication last, YearToReport report) =>
        report.Stocks.All(stock => stock.Facts.Edition is not null)
        && Read(last.Body) is var body
        && Write(InEnglish(Of(report, body.Landlord))).AsSpan().SequenceEqual(Write(InEnglish(body)));

    // what is published is the English; how it reads in other languages came later, and a better translation corrects no figure
    private static PublishedBody InEnglish(PublishedBody body) =>
        body with
        {
            Stocks =
            [
                .. body.Stocks.Select(stock =>
                    stock with
                    {
                        Approach = [.. stock.Approach.Select(point => point with { Lines = null })],
                        Questionnaires = [.. stock.Questionnaires.Select(asked => asked with { InOther = null })],
                    }
                ),
            ],
        };

    public static byte[] Write(PublishedBody body) => JsonSerializer.SerializeToUtf8Bytes(body, Json);

    public static PublishedBody Read(byte[] body) => JsonSerializer.Deserialize<PublishedBody>(body, Json)!;

    public static string ChecksumOf(byte[] body) => Convert.ToHexStringLower(SHA256.HashData(body));
}
