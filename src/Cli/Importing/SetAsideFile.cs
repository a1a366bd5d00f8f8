// The rows that were not taken, as a file for whoever mends them: line, reason, and the row as it stood.
using System.Globalization;
using System.Text;
using Hearth.People.Public;
using Hearth.Storage.Public;

namespace Hearth.Cli.Importing;

internal static class SetAsideFile
{
    public static async Task WriteAsync(string path, IReadOnlyList<ImportRemarkLine> rows, CancellationToken stop)
    {
        await using var writer = new StreamWriter(PrivateFile.Create(path), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync("Line,Reason,Row as it stood in the file\r\n".AsMemory(), stop);
        foreach (var row in rows)
        {
            string[] cells = [row.Line.ToString(CultureInfo.InvariantCulture), row.Reason, row.Original];
            await writer.WriteAsync((string.Join(',', cells.Select(TableExport.Field)) + "\r\n").AsMemory(), stop);
        }
    }
}
