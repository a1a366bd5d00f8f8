// The people drawn, as a list for whoever rings, visits or writes.
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Hearth.Insight.Inviting;

internal static class InviteCsv
{
    /// <summary>One row a person, in the order drawn; nothing a spreadsheet would run. UTF-8 with a byte order mark.</summary>
    public static byte[] Write(InvitePlan plan)
    {
        using var memory = new MemoryStream();
        using (var writer = new StreamWriter(memory, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (
            var csv = new CsvWriter(
                writer,
                new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape }
            )
        )
        {
            Row("Group", "Tenancy", "Name", "Best way", "Reach", "Language", "Ward", "Mind");
            foreach (var group in plan.Groups)
            {
                foreach (var member in group.Drawn)
                {
                    var way = member.BestChannel!.Value;
                    var reach = member.Reach(way)?.Address.Replace("\n", ", ", StringComparison.Ordinal) ?? "";
                    Row(
                        group.Name,
                        member.TenancyReference,
                        member.Name,
                        LeavingOut.Name(way),
                        reach,
                        member.Language,
                        member.Facts.Ward,
                        string.Join(". ", member.Safe?.Care ?? [])
                    );
                }
            }

            void Row(params ReadOnlySpan<string> cells)
            {
                foreach (var cell in cells)
                {
                    csv.WriteField(cell);
                }
                csv.NextRecord();
            }
        }
        return memory.ToArray();
    }
}
