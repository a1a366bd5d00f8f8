// The words of the menu of ways in the reader's language.
using Hearth.DesignSystem.Public;
using Hearth.People.Import.Values;

namespace Hearth.People.TakingPart;

internal sealed class TenantWords(Phrases phrases)
{
    public string Of(TimeToGive time) => phrases[$"take.time.{time}"];

    public string Of(Manner manner) => phrases[$"take.manner.{manner}"];

    public string Of(AccessNeed need) => phrases[$"take.need.{need}"];

    public string Of(WhyNot why) =>
        why.Reason switch
        {
            Misfit.NeedsTheInternet => phrases["take.misfit.internet"],
            Misfit.AsksMoreTime => phrases["take.misfit.time", ("time", Lower(Of(why.Time!.Value)))],
            Misfit.NotInTheirLanguage => phrases["take.misfit.language", ("language", Languages.For(phrases, why.Language!))],
            _ => phrases["take.misfit.need", ("need", Inside(why.Need!.Value))],
        };

    /// <summary>As it stands inside a sentence.</summary>
    public string Inside(AccessNeed need) => Lower(Of(need));

    private string Lower(string words) => words.Length == 0 ? words : char.ToLower(words[0], phrases.Language.Culture) + words[1..];
}
