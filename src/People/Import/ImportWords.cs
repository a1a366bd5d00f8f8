// What pages say of an import's state, and where each state is looked at.
using System.Globalization;
using Hearth.People.Import.Stored;

namespace Hearth.People.Import;

internal static class ImportWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string State(ImportState state) =>
        state switch
        {
            ImportState.Uploaded => "Choose its columns",
            ImportState.ToRead or ImportState.Reading => "Being read",
            ImportState.Previewed => "Waits for you",
            ImportState.ToCommit or ImportState.Committing => "Being written",
            ImportState.Done => "Done",
            ImportState.Unreadable => "Cannot be read",
            ImportState.Abandoned => "Given up",
            _ => "Interrupted",
        };

    public static string Kind(ImportState state) =>
        state switch
        {
            ImportState.Done => "done",
            ImportState.Unreadable or ImportState.ReadingInterrupted or ImportState.CommitInterrupted => "hot",
            ImportState.Abandoned => "plain",
            _ => "wait",
        };

    public static string Address(ImportRun run) =>
        $"~/people/import/{run.Id}"
        + run.State switch
        {
            ImportState.Uploaded or ImportState.Unreadable => "/columns",
            ImportState.Previewed => "/preview",
            ImportState.Done or ImportState.Abandoned => "",
            _ => "/running",
        };

    public static string N(int number) => number.ToString("N0", English);

    public static string Count(int number, string one, string many) => $"{N(number)} {(number == 1 ? one : many)}";
}
