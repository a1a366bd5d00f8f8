// What an import found and did, for a person and for a program.
using System.Globalization;
using Hearth.People.Public;

namespace Hearth.Cli.Importing;

internal sealed class ImportReport(string file, bool dryRun, ImportOutcome outcome, string? setAsideFile)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public object ForPrograms =>
        new
        {
            File = file,
            DryRun = dryRun,
            outcome.Committed,
            outcome.RunId,
            outcome.Refusal,
            outcome.Counts,
            outcome.Delta,
            SetAsideFile = setAsideFile,
            LeftOut = outcome.LeftOut.Select(value => new { value.Line, value.Reason }),
        };

    public IEnumerable<string> Lines()
    {
        // refused before it was read: the reason is on standard error
        if (outcome.Delta is not { } delta)
        {
            yield break;
        }
        var counts = outcome.Counts;
        yield return $"{file}: {N(counts.DataRows)} rows, {N(counts.SetAside)} set aside, {N(counts.Repeated)} said twice, {N(counts.LeftOut)} values left out";
        yield return "";
        yield return Row("", "In the file", "New", "Changed", "Ended", "Unchanged");
        yield return Row("Homes", counts.Homes, delta.Homes);
        yield return Row("Tenancies", counts.Tenancies, delta.Tenancies);
        yield return Row("People", counts.People, delta.People);
        yield return "";
        if (setAsideFile is not null)
        {
            yield return $"Rows set aside, with their reasons: {setAsideFile}";
        }
        if (outcome.Committed)
        {
            yield return $"Imported. The report: /people/import/{outcome.RunId}";
        }
        else if (dryRun)
        {
            yield return "This is what an import would do. Nothing was changed.";
        }
    }

    private static string Row(string name, int inFile, KindOfChange change) =>
        Row(name, N(inFile), N(change.New), N(change.Changed), N(change.Ended), N(change.Unchanged));

    private static string Row(string name, params IEnumerable<string> cells) =>
        name.PadRight(10) + string.Concat(cells.Select(cell => cell.PadLeft(12)));

    private static string N(int number) => number.ToString("N0", English);
}
