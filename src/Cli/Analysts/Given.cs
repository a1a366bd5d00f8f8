// What was said on the command line, read into numbers and names, or refused in words.
using System.CommandLine;
using System.Globalization;

namespace Hearth.Cli.Analysts;

internal static class Given
{
    /// <summary>A whole number from the least upwards.</summary>
    public static int Whole(string option, string text, int least, string what)
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) || number < least)
        {
            throw Refused.Words(
                $"{option} “{text}”: enter {what} as a whole number in figures alone, {least} or more and no more than {int.MaxValue}."
            );
        }
        return number;
    }

    public static int? WholeOrNone(string option, string? text, int least, string what) =>
        text is null ? null : Whole(option, text, least, what);

    /// <summary>An accuracy as a fraction: 0.04, 4% and 4 are all four points either way.</summary>
    public static decimal Accuracy(string option, string text)
    {
        var percent = text.EndsWith('%');
        var read = decimal.TryParse(
            (percent ? text[..^1] : text).Trim(),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        );
        var fraction = percent || number >= 1 ? number / 100 : number;
        return read && fraction is > 0 and < 1
            ? fraction
            : throw Refused.Words($"{option} “{text}”: enter the accuracy as 0.04, 4% or 4, above 0 and below 100%.");
    }

    /// <summary>Names parted by commas.</summary>
    public static IReadOnlyList<string> List(string option, string? text)
    {
        if (text is null)
        {
            return [];
        }
        string[] names = [.. text.Split(',', StringSplitOptions.TrimEntries)];
        if (names.Any(name => name.Length == 0))
        {
            throw Refused.Words($"{option} “{text}”: enter one name, or more with one comma between two, such as 1,2.");
        }
        return names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw Refused.Words($"{option} “{text}”: “{twice.Key}” stands there twice. Name it once.")
            : names;
    }

    /// <summary>Runs the work of a command off the parser's own thread, so that it can be stopped.</summary>
    public static void Does(this Command command, Action<ParseResult, CancellationToken> work) =>
        command.SetAction(
            (parsed, stop) =>
                Task.Run(
                    () =>
                    {
                        work(parsed, stop);
                        return 0;
                    },
                    stop
                )
        );
}
