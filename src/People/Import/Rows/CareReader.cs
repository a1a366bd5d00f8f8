// Reads flags of care: a list in one cell, or a column of yes and no for each. What is not understood stops the row: a warning that was overlooked could harm somebody.
using Hearth.People.Import.Columns;
using Hearth.People.Import.Values;
using Hearth.People.Register;

namespace Hearth.People.Import.Rows;

internal static class CareReader
{
    private const int MostLines = 7;
    private const int LongestAddress = 300;

    private static readonly (ImportField Field, CareFlags Flag)[] Columns =
    [
        (ImportField.NoEmail, CareFlags.NoEmail),
        (ImportField.NoText, CareFlags.NoText),
        (ImportField.NoLetter, CareFlags.NoLetter),
        (ImportField.NoTelephone, CareFlags.NoTelephone),
        (ImportField.NoVisit, CareFlags.NoVisit),
        (ImportField.NoVoicemail, CareFlags.NoVoicemail),
        (ImportField.OnlyWithInterpreter, CareFlags.OnlyWithInterpreter),
        (ImportField.TwoVisitors, CareFlags.TwoVisitors),
        (ImportField.Discreet, CareFlags.Discreet),
    ];

    /// <summary>What the row sets, and what it says is not so.</summary>
    public static (CareFlags Set, CareFlags Not) Flags(Cells row, int number)
    {
        var (set, not) = (CareFlags.None, CareFlags.None);
        foreach (var (field, flag) in Columns)
        {
            if (Said(row, field, number) is not { } text)
            {
                continue;
            }
            switch (CodeWords.YesOrNo(text))
            {
                case true:
                    set |= flag;
                    break;
                case false:
                    not |= flag;
                    break;
                default:
                    throw new SetAside(
                        $"“{text}” is neither yes nor no for ‘{field.Words()}’. Nobody is taken in with a warning that we cannot read"
                    );
            }
        }
        foreach (var cell in row.All(ImportField.CareFlags, number).Where(cell => !IsBlank(cell)))
        {
            foreach (
                var part in cell.Split(
                    [';', ',', '|', '/', '\n', '\r'],
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                )
            )
            {
                set |= CareWords.Flag(part) ?? throw new SetAside(CareWords.Refusal(part));
            }
        }
        return (set, not & ~set);
    }

    private static string? Said(Cells row, ImportField field, int number) => row.All(field, number).FirstOrDefault(text => !IsBlank(text));

    // elsewhere an x stands for nothing; beside a warning it may be a cross that somebody has put there
    private static bool IsBlank(string text) => CodeWords.IsBlank(text) && Fold.Letters(text) is not ("x" or "xx" or "xxx");

    /// <summary>Where letters are safe, in lines; null where the row says nothing.</summary>
    public static string? Address(Cells row, int number)
    {
        if (row.Known(ImportField.CareAddress, number) is not { } text)
        {
            return null;
        }
        var breaks = text.Contains('\n', StringComparison.Ordinal) ? new[] { '\r', '\n' } : [','];
        var lines = text.Split(breaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length > MostLines || lines.Sum(line => line.Length) > LongestAddress)
        {
            throw new SetAside($"The safe address for letters has more than {MostLines} lines or {LongestAddress} characters");
        }
        // one word is a code of the housing system, not a place a letter could go to
        return lines.Length < 2
            ? throw new SetAside($"The safe address for letters, “{text}”, is not a whole address, with its lines parted by commas")
            : string.Join('\n', lines);
    }
}
