// Reads what an officer keys from a sheet: the number of the box that was crossed, x for a mark nobody can read, - for nothing.
using System.Globalization;
using Hearth.DesignSystem.Public.Forms;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Paper;

/// <summary>One question of a sheet.</summary>
/// <param name="Key">In its normal form, for comparing: <c>2</c>, <c>1 3</c>, <c>x</c>, <c>-</c>; the words themselves for words.</param>
/// <param name="Values">The answer as responses hold it; empty where there is none.</param>
/// <param name="Error">What is wrong, in words for whoever keys.</param>
internal sealed record Keyed(string Key, IReadOnlyList<string> Values, string? Error = null)
{
    public const string Unreadable = "x";
    public const string Blank = "-";

    /// <summary>Nothing was keyed at all: the question was passed over by mistake, or the route leaves it out.</summary>
    public bool Missing => Key.Length == 0;

    /// <summary>Reads one question.</summary>
    public static Keyed Read(Question question, string? typed)
    {
        var key = (typed ?? "").Trim();
        if (key.Length == 0)
        {
            return new("", []);
        }
        if (key is Blank or "–")
        {
            return new(Blank, []);
        }
        if (!question.IsWords && string.Equals(key, Unreadable, StringComparison.OrdinalIgnoreCase))
        {
            return new(Unreadable, []);
        }
        return question.Kind switch
        {
            QuestionKind.SingleChoice or QuestionKind.Scale => One(question, key),
            QuestionKind.MultipleChoice => Several(question, key),
            QuestionKind.Date => Day(question, key),
            QuestionKind.Grid => Grid(question, key),
            QuestionKind.Ranking => Ranking(question, key),
            _ => From(question, [key], new DateParts()),
        };
    }

    /// <summary>What may be keyed, shown beside the field.</summary>
    public static string Hint(Question question) =>
        question.Kind switch
        {
            QuestionKind.SingleChoice or QuestionKind.Scale => $"1 to {question.Offered.Count()}",
            QuestionKind.Grid =>
                $"a sign for each of the {question.Lines.Count()} lines, like {string.Concat(Enumerable.Repeat("213x-1", 2))[..Math.Min(12, question.Lines.Count())]}",
            QuestionKind.Ranking when question.Offered.Count() < 10 => "the number in each box from the top, like 2-13; - for an empty one",
            QuestionKind.Ranking => "the number in each box from the top, like 2 - 1 3 10; - for an empty one",
            QuestionKind.MultipleChoice when question.Offered.Count() < 10 => "all crossed, like 13",
            QuestionKind.MultipleChoice => "all crossed, like 1 3 12",
            QuestionKind.Number => "a number",
            QuestionKind.Date => "like 3 11 2026",
            _ => "as written",
        };

    private static Keyed One(Question question, string key) =>
        Box(question, key) is { } box ? new(Text(box), [question.Offered.ElementAt(box - 1).Code]) : Outside(question);

    private static Keyed Several(Question question, string key)
    {
        var parts = key.Split([' ', ',', ';', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // "135": boxes one, three and five, where no box has two digits
        var single = parts is [{ Length: > 1 } run] && question.Offered.Count() < 10 ? [.. run.Select(sign => sign.ToString())] : parts;
        var boxes = single.Select(part => Box(question, part)).ToList();
        if (boxes.Count == 0 || boxes.Contains(null))
        {
            return Outside(question);
        }
        var crossed = boxes.Select(box => box!.Value).Distinct().Order().ToList();
        var read = From(question, [.. crossed.Select(box => question.Offered.ElementAt(box - 1).Code)], new DateParts());
        return read with { Key = string.Join(' ', crossed.Select(Text)) };
    }

    // One sign a line, from the top: the number of its box, x or -.
    private static Keyed Grid(Question question, string key)
    {
        var signs = key.Where(sign => !char.IsWhiteSpace(sign) && sign is not (',' or ';' or '/'))
            .Select(sign => char.ToLowerInvariant(sign).ToString())
            .ToList();
        if (signs.Count != question.Lines.Count() || signs.Exists(sign => sign is not (Blank or Unreadable) && Box(question, sign) is null))
        {
            return new(
                "",
                [],
                $"Key {question.Lines.Count()} signs, one for each line: a box from 1 to {question.Offered.Count()}, x if the mark cannot be read, - if there is none"
            );
        }
        return new(
            string.Join(' ', signs),
            [
                .. question
                    .Lines.Zip(signs)
                    .Where(one => one.Second is not (Blank or Unreadable))
                    .Select(one => $"{one.First.Code}:{question.Offered.ElementAt(Box(question, one.Second)!.Value - 1).Code}"),
            ]
        );
    }

    // The number that was written beside each choice, from the top.
    private static Keyed Ranking(Question question, string key)
    {
        var options = question.Offered.ToList();
        string[] written =
            key.Any(char.IsWhiteSpace) || options.Count > 9
                ? key.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                : [.. key.Select(sign => sign.ToString())];
        var places = written.Select(sign => sign == Blank ? (int?)null : Box(question, sign) ?? 0).ToList();
        if (places.Count != options.Count || places.Contains(0))
        {
            return new(
                "",
                [],
                $"Key the number in each of the {options.Count} boxes from the top, - for an empty one, or x alone if it cannot be read"
            );
        }
        var ranked = options.Zip(places).Where(one => one.Second is not null).OrderBy(one => one.Second).ToList();
        return ranked.DistinctBy(one => one.Second).Count() < ranked.Count
            ? new("", [], "The same number stands in two boxes. Key x if that is what the paper says")
            : From(question, [.. ranked.Take(question.RankAtMost).Select(one => one.First.Code)], new DateParts()) with
            {
                Key = string.Join(' ', written),
            };
    }

    private static Keyed Day(Question question, string key)
    {
        var digits = new string([.. key.Where(char.IsAsciiDigit)]);
        var parts = key.Split([' ', '/', '.', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 1 && digits.Length == 8)
        {
            parts = [digits[..2], digits[2..4], digits[4..]];
        }
        if (parts is [{ Length: 4 }, _, _])
        {
            // as it is kept: the year first
            Array.Reverse(parts);
        }
        return parts.Length == 3
            ? From(
                question,
                [],
                new DateParts
                {
                    Day = parts[0],
                    Month = parts[1],
                    Year = parts[2],
                }
            )
            : new(key, [], "Key the day, the month and the year, like 3 11 2026");
    }

    private static Keyed From(Question question, IReadOnlyList<string> values, DateParts date)
    {
        var given = GivenAnswer.Read(question, values, date);
        return new(
            given.Error is null ? string.Join(' ', given.Values)
                : values.Count > 0 ? string.Join(' ', values)
                : "",
            given.Values,
            given.Error is null ? null : $"{given.Error.Split(", or press", 2)[0]}. Key x if that is what the paper says"
        );
    }

    private static int? Box(Question question, string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var box) && box >= 1 && box <= question.Offered.Count()
            ? box
            : null;

    private static string Text(int box) => box.ToString(CultureInfo.InvariantCulture);

    private static Keyed Outside(Question question) =>
        new("", [], $"Key a box from 1 to {question.Offered.Count()}, x if the mark cannot be read, or - if there is none");
}
