// A draft of the demo: a grid, a ranking and a photograph, with a Polish and an Urdu translation that nobody has checked yet.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.CreateSurvey;
using Hearth.Surveys.Questionnaires.Translations;
using Hearth.Surveys.Questionnaires.WriteQuestion;

namespace Hearth.Surveys.Demo;

internal sealed class TellOfBuildingDraft(HearthDb db, CreateSurvey create, AddQuestion add, Translations translations) : IDemoChapter
{
    private static readonly (string English, string Polish, string Urdu)[] Words =
    [
        ("Your building: what should we do first?", "Państwa budynek: co zrobić najpierw?", "آپ کی عمارت: ہمیں پہلے کیا کرنا چاہیے؟"),
        (
            "How satisfied are you with each of these?",
            "Na ile są Państwo zadowoleni z każdej z tych rzeczy?",
            "آپ ان میں سے ہر ایک سے کتنے مطمئن ہیں؟"
        ),
        ("Cleaning of stairs and halls", "Sprzątanie klatek i korytarzy", "سیڑھیوں اور راہداریوں کی صفائی"),
        ("Lights outside", "Oświetlenie na zewnątrz", "باہر کی روشنیاں"),
        ("Bins", "Śmietniki", "کوڑے دان"),
        ("Very satisfied", "Bardzo zadowolony/a", "بہت مطمئن"),
        ("Fairly satisfied", "Raczej zadowolony/a", "کافی مطمئن"),
        ("Neither satisfied nor dissatisfied", "Ani zadowolony/a, ani niezadowolony/a", "نہ مطمئن نہ غیر مطمئن"),
        ("Fairly dissatisfied", "Raczej niezadowolony/a", "کچھ غیر مطمئن"),
        ("Very dissatisfied", "Bardzo niezadowolony/a", "بہت غیر مطمئن"),
        ("What should we do first?", "Co powinniśmy zrobić najpierw?", "ہمیں پہلے کیا کرنا چاہیے؟"),
        ("New front door", "Nowe drzwi wejściowe", "نیا مرکزی دروازہ"),
        ("Brighter lights", "Jaśniejsze światła", "زیادہ تیز روشنیاں"),
        ("A place for bicycles", "Miejsce na rowery", "سائیکلوں کی جگہ"),
        ("More bins", "Więcej śmietników", "مزید کوڑے دان"),
    ];

    public int Order => 36;

    public async Task TellAsync(DemoStory story, CancellationToken stop)
    {
        var opens = story.Today.AddDays(20);
        var survey = TellOfYearlySurvey.Took(
            await create.RunAsync(
                new(
                    Words[0].English,
                    "We have money for one thing in each building next year. Tell us which.\n\nIt takes 3 minutes.",
                    opens,
                    opens.AddDays(27),
                    28
                ),
                stop
            )
        );
        foreach (
            var draft in new QuestionDraft[]
            {
                new(QuestionKind.Grid, Words[1].English)
                {
                    Rows = [.. Words[2..5].Select(word => word.English)],
                    Scale = ScaleKind.Satisfaction,
                },
                new(QuestionKind.Ranking, Words[10].English) { Choices = [.. Words[11..].Select(word => word.English)], Most = 3 },
                new(QuestionKind.File, "Can you show us? Add a photo if you like."),
            }
        )
        {
            TellOfYearlySurvey.Took(await add.RunAsync(survey.Id, draft, stop));
        }
        foreach (var language in new[] { "pl", "ur" })
        {
            await translations.AddLanguageAsync(survey, language, stop);
            await TranslateAsync(survey.Id, language, stop);
        }
        db.ChangeTracker.Clear();
        story.Say(
            "A draft with a grid, a ranking and a photograph, in Polish and Urdu but for the photograph; nobody has checked the translation."
        );
    }

    private async Task TranslateAsync(Guid id, string language, CancellationToken stop)
    {
        var questionnaire = (await Questionnaire.LoadAsync(db, id, stop))!;
        var texts =
            from part in Parts.Of(questionnaire.Survey, questionnaire.Questions)
            join word in Words on part.Source equals word.English
            select (part, language == "pl" ? word.Polish : word.Urdu);
        await translations.WriteAsync(questionnaire.Survey, language, [.. texts], isChecked: false, stop);
    }
}
