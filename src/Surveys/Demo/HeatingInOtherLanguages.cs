// The demo's survey about heating in Polish and Urdu: one text of the Polish is out of date, and homes that speak them answer in their own words.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Translations;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Demo;

internal sealed class HeatingInOtherLanguages(HearthDb db, Translations translations)
{
    private const string Reworded = "What would make your home easier to keep warm?";
    private const string BeforeThat = "What else would you like to say about your heating?";

    private static readonly (string English, string Polish, string Urdu)[] Words =
    [
        ("Heating and bills", "Ogrzewanie i rachunki", "گھر گرم رکھنا اور بل"),
        (
            "We want to know how warm your home is and what it costs you. We ask every home in Fennside.\n\nYour answers help us choose which homes get new heating first.",
            "Chcemy wiedzieć, czy w Twoim domu jest ciepło i ile to kosztuje. Pytamy każdy dom we Fennside.\n\nTwoje odpowiedzi pomogą nam wybrać, które domy najpierw dostaną nowe ogrzewanie.",
            "ہم جاننا چاہتے ہیں کہ آپ کا گھر کتنا گرم ہے اور اس پر کتنا خرچ آتا ہے۔ ہم Fennside کے ہر گھر سے پوچھ رہے ہیں۔\n\nآپ کے جوابوں سے ہم طے کریں گے کہ پہلے کن گھروں کو نیا ہیٹنگ سسٹم ملے۔"
        ),
        ("How do you heat your home?", "Jak ogrzewasz swój dom?", "آپ اپنا گھر کیسے گرم کرتے ہیں؟"),
        ("Gas boiler", "Kocioł gazowy", "گیس بوائلر"),
        ("Electric heaters", "Grzejniki elektryczne", "بجلی کے ہیٹر"),
        ("Heat pump", "Pompa ciepła", "ہیٹ پمپ"),
        ("Something else", "Coś innego", "کچھ اور"),
        (
            "How satisfied or dissatisfied are you with your heating?",
            "Na ile podoba Ci się Twoje ogrzewanie?",
            "آپ اپنی ہیٹنگ سے کتنے مطمئن یا غیر مطمئن ہیں؟"
        ),
        ("Very satisfied", "Bardzo mi się podoba", "بہت مطمئن"),
        ("Fairly satisfied", "Raczej mi się podoba", "کافی مطمئن"),
        ("Neither satisfied nor dissatisfied", "Ani tak, ani nie", "نہ مطمئن نہ غیر مطمئن"),
        ("Fairly dissatisfied", "Raczej mi się nie podoba", "کچھ غیر مطمئن"),
        ("Very dissatisfied", "Bardzo mi się nie podoba", "بہت غیر مطمئن"),
        (
            "Was any room too cold to use last winter?",
            "Czy zeszłej zimy w którymś pokoju było za zimno, by z niego korzystać?",
            "کیا پچھلی سردیوں میں کوئی کمرہ اتنا ٹھنڈا تھا کہ استعمال نہ ہو سکے؟"
        ),
        ("Yes", "Tak", "جی ہاں"),
        ("No", "Nie", "نہیں"),
        ("Which rooms were too cold?", "W których pokojach było za zimno?", "کون سے کمرے بہت ٹھنڈے تھے؟"),
        ("Living room", "Pokój dzienny", "بیٹھک"),
        ("Bedroom", "Sypialnia", "سونے کا کمرہ"),
        ("Kitchen", "Kuchnia", "باورچی خانہ"),
        ("Bathroom", "Łazienka", "غسل خانہ"),
        ("Hall or stairs", "Przedpokój lub schody", "راہداری یا سیڑھیاں"),
        (
            "About how much did you pay for heating and light last month, in pounds?",
            "Ile mniej więcej kosztowało Cię ogrzewanie i prąd w zeszłym miesiącu, w funtach?",
            "پچھلے مہینے آپ نے ہیٹنگ اور بجلی کے لیے تقریباً کتنے پاؤنڈ دیے؟"
        ),
        ("A guess is fine.", "Wystarczy w przybliżeniu.", "اندازہ کافی ہے۔"),
        (Reworded, "Co jeszcze chcesz powiedzieć o ogrzewaniu?", "آپ کا گھر گرم رکھنا کس چیز سے آسان ہو گا؟"),
    ];

    private static readonly string[] InPolish =
    [
        "Nowe okna. Wieje przez ramy.",
        "Grzejnik w łazience od roku nie działa.",
        "Proszę pokazać, jak ustawić zegar na kotle.",
        "Prąd jest za drogi, zimą siedzimy w kuchni.",
    ];

    private static readonly string[] InUrdu =
    [
        "کھڑکیوں سے ٹھنڈی ہوا آتی ہے۔",
        "بچوں کے کمرے میں ہیٹر نہیں ہے۔",
        "بوائلر سردیوں سے پہلے دیکھ لیا کریں۔",
    ];

    /// <summary>What a home says in its own language; in English what it would have said there.</summary>
    public static string Say(string? language, string english) =>
        language switch
        {
            "pl" => InPolish[english.Length % InPolish.Length],
            "ur" => InUrdu[english.Length % InUrdu.Length],
            _ => english,
        };

    public async Task TranslateAsync(Guid id, CancellationToken stop)
    {
        var questionnaire = (await Questionnaire.LoadAsync(db, id, stop))!;
        foreach (var language in new[] { "pl", "ur" })
        {
            await translations.AddLanguageAsync(questionnaire.Survey, language, stop);
            var texts =
                from part in Parts.Of(questionnaire.Survey, questionnaire.Questions)
                join word in Words on part.Source equals word.English
                let asItWas = language == "pl" && part.Source == Reworded ? part with { Source = BeforeThat } : part
                select (asItWas, language == "pl" ? word.Polish : word.Urdu);
            TellOfYearlySurvey.Took(await translations.WriteAsync(questionnaire.Survey, language, [.. texts], isChecked: false, stop));
        }
        db.ChangeTracker.Clear();
    }

    /// <summary>A file of answers does not say in which language they were given.</summary>
    public async Task MarkCommentsAsync(Guid id, CancellationToken stop)
    {
        foreach (var (language, said) in new[] { ("pl", InPolish), ("ur", InUrdu) })
        {
            await db.Set<Comment>()
                .Where(comment => comment.SurveyId == id && said.Contains(comment.Text))
                .ExecuteUpdateAsync(comment => comment.SetProperty(x => x.Language, language), stop);
        }
    }
}
