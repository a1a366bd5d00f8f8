// The ways by which a survey's homes were asked, one after the other: “E-mail; after 5 days a text”.
using System.Globalization;
using System.Text.RegularExpressions;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Approach;

internal static partial class LadderWords
{
    private static readonly string[] Known = ["Email", "Text", "WhatsApp", "Letter", "Telephone", "Door"];

    /// <summary>A part for each way. Where they cannot be told from the words of the survey, the words as they are.</summary>
    public static IEnumerable<Sentence> Of(QuestionnaireAsSent survey)
    {
        var waits = Waits()
            .Matches(survey.Ways)
            .Select(found => int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
            .ToList();
        if (survey.Ladder.Count == 0 || waits.Count != survey.Ladder.Count - 1 || !survey.Ladder.All(Known.Contains))
        {
            return [Sentence.AsWritten(survey.Ways)];
        }
        return
        [
            new($"approach.rung.{survey.Ladder[0].ToLowerInvariant()}"),
            .. survey
                .Ladder.Skip(1)
                .Zip(
                    waits,
                    (way, days) =>
                        new Sentence(
                            "approach.c.after",
                            Filling.Number("count", days),
                            Filling.All("way", [new($"approach.rung.one.{way.ToLowerInvariant()}")])
                        )
                ),
        ];
    }

    /// <summary>The name of a way of asking, as a message that was sent carries it: “E-mail”.</summary>
    public static Sentence Way(string name) =>
        name switch
        {
            "E-mail" => new("approach.rung.email"),
            "At the door" => new("approach.rung.door"),
            "Text" or "WhatsApp" or "Letter" or "Telephone" => new($"approach.rung.{name.ToLowerInvariant()}"),
            _ => Sentence.AsWritten(name),
        };

    [GeneratedRegex("; after ([0-9]+) days ")]
    private static partial Regex Waits();
}
