// Checks a sheet as GOV.UK Notify does before it prints one: by the ink outside the parts it prints, and by the words it finds in the window of the envelope. Its own measures, its own method (rendered to dots).
using System.Diagnostics;
using System.Globalization;

namespace Hearth.Messaging.Tests.Support;

internal sealed class NotifySheet
{
    private const int DotsPerInch = 100;
    private const double Slack = 1; // a millimetre, as Notify allows

    // millimetres: left, top, right, bottom
    private static readonly (double Left, double Top, double Right, double Bottom)[] FirstPage =
    [
        (15, 95, 195, 292),
        (125, 5, 195, 95),
        (15, 5, 125, 30),
        (24.6, 39.5, 120, 66.3),
    ];
    private static readonly (double Left, double Top, double Right, double Bottom)[] OtherPages = [(15, 5, 195, 292)];

    private readonly string pdf;

    private NotifySheet(string pdf) => this.pdf = pdf;

    public static async Task<NotifySheet> OfAsync(byte[] pdf)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("hearth-sheet-").FullName, "letter.pdf");
        await File.WriteAllBytesAsync(path, pdf);
        return new NotifySheet(path);
    }

    /// <summary>The lines that Notify reads as the address.</summary>
    public async Task<IReadOnlyList<string>> AddressAsync()
    {
        static string Dots(double millimetres) => Math.Round(millimetres / 25.4 * DotsPerInch).ToString(CultureInfo.InvariantCulture);
        // with the three millimetres that Notify adds
        var text = await RunAsync(
            "pdftotext",
            ["-f", "1", "-l", "1", "-r", "100", "-x", Dots(21.6), "-y", Dots(36.5), "-W", Dots(101.4), "-H", Dots(32.8), pdf, "-"]
        );
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line.Trim('\f').Length > 0)
            .ToList();
    }

    public async Task<string> WordsAsync() => await RunAsync("pdftotext", [pdf, "-"]);

    /// <summary>Dots of ink where Notify prints nothing, by page; and how many dots of ink there are in all, to see that something was looked at.</summary>
    public async Task<IReadOnlyList<(int Outside, int Ink)>> InkAsync()
    {
        var root = Path.Combine(Path.GetDirectoryName(pdf)!, "page");
        await RunAsync("pdftoppm", ["-r", DotsPerInch.ToString(CultureInfo.InvariantCulture), "-gray", pdf, root]);
        var pages = Directory.GetFiles(Path.GetDirectoryName(pdf)!, "page-*.pgm").Order(StringComparer.Ordinal).ToList();
        return [.. pages.Select((page, number) => Count(File.ReadAllBytes(page), number == 0 ? FirstPage : OtherPages))];
    }

    // PGM: “P5 width height 255”, then a byte for each dot
    private static (int Outside, int Ink) Count(byte[] pgm, (double Left, double Top, double Right, double Bottom)[] printed)
    {
        var (at, numbers) = (2, new List<int>());
        while (numbers.Count < 3)
        {
            while (pgm[at] is (byte)' ' or (byte)'\n')
            {
                at++;
            }
            var number = 0;
            while (pgm[at] is >= (byte)'0' and <= (byte)'9')
            {
                number = number * 10 + (pgm[at++] - '0');
            }
            numbers.Add(number);
        }
        at++;
        var (outside, ink) = (0, 0);
        for (var y = 0; y < numbers[1]; y++)
        {
            for (var x = 0; x < numbers[0]; x++)
            {
                if (pgm[at + y * numbers[0] + x] == 255)
                {
                    continue;
                }
                ink++;
                var (right, down) = (x * 25.4 / DotsPerInch, y * 25.4 / DotsPerInch);
                outside += printed.Any(area =>
                    right >= area.Left - Slack && right <= area.Right + Slack && down >= area.Top - Slack && down <= area.Bottom + Slack
                )
                    ? 0
                    : 1;
            }
        }
        return (outside, ink);
    }

    private static async Task<string> RunAsync(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        using var running = Process.Start(start)!;
        var said = await running.StandardOutput.ReadToEndAsync();
        await running.WaitForExitAsync();
        Assert.Equal(0, running.ExitCode);
        return said;
    }
}
