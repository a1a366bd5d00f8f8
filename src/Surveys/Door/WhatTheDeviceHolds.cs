// What goes onto the device, and no more: addresses, whom to ask for, their language, and the questions with their routing.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Questionnaires.Translations;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Door;

internal sealed record DeviceHome(Guid Id, string Address, string Name, string Language, IReadOnlyList<string> Care);

/// <param name="Dir">Which way it runs: <c>ltr</c> or <c>rtl</c>.</param>
/// <param name="Introduction">What people read first, in it; null where that is not translated.</param>
internal sealed record DeviceTongue(string Code, string Name, string English, string Dir, string? Introduction);

/// <summary>A question in another language: all of it, or it is not here.</summary>
internal sealed record DeviceTexts(
    string Text,
    string? Help,
    IReadOnlyDictionary<string, string> Options,
    IReadOnlyDictionary<string, string> Rows
);

internal sealed record DeviceOption(string Code, string Label, bool Alone);

internal sealed record DeviceQuestion(
    string Key,
    string Kind,
    string Text,
    string? Help,
    bool Required,
    IReadOnlyList<DeviceOption> Options,
    IReadOnlyList<GridRow> Rows,
    int RankAtMost,
    string? On,
    IReadOnlyList<string> OnCodes,
    decimal? Least,
    decimal? Most,
    int Longest,
    IReadOnlyDictionary<string, DeviceTexts> In
);

internal sealed record DeviceList(
    Guid List,
    string Token,
    string PublicKey,
    DateTimeOffset Now,
    DateTimeOffset Expires,
    string Survey,
    string Introduction,
    DateOnly LastDay,
    IReadOnlyList<DeviceTongue> Languages,
    IReadOnlyList<DeviceHome> Homes,
    IReadOnlyList<DeviceQuestion> Questions
);

internal sealed class WhatTheDeviceHolds(HearthDb db, Audience audience, Translations translations, TimeProvider time)
{
    public async Task<DeviceList> ForAsync(DoorList list, string token, CancellationToken stop)
    {
        var questionnaire = (await Questionnaire.LoadAsync(db, list.SurveyId, stop))!;
        var ids = list.HomeIds();
        var invitations = await db.Set<Invitation>()
            .AsNoTracking()
            .Where(i => ids.Contains(i.Id) && i.PersonId != null)
            .ToDictionaryAsync(i => i.Id, stop);
        var survey = questionnaire.Survey;
        List<TranslatedSurvey> readings = [];
        foreach (var code in survey.Languages)
        {
            if (await translations.InAsync(survey, code, stop) is { } reading)
            {
                readings.Add(reading);
            }
        }
        var members = await audience.ForPeopleAsync([.. invitations.Values.Select(i => i.PersonId!.Value)], stop);
        return new(
            list.Id,
            token,
            list.PublicKey,
            time.GetUtcNow(),
            list.ExpiresAt,
            survey.Title,
            survey.Introduction,
            survey.ClosesOn,
            [
                .. readings.Select(reading =>
                {
                    var (words, tongue) = reading.Of(Parts.Introduction, survey.Introduction);
                    var own = reading.Tongue;
                    return new DeviceTongue(own.Code, own.Name, own.English, own.Direction, tongue == own ? words : null);
                }),
            ],
            [
                .. ids.Where(id => invitations.TryGetValue(id, out var i) && members.ContainsKey(i.PersonId!.Value))
                    .Select(id => (Id: id, Member: members[invitations[id].PersonId!.Value]))
                    .Select(x => new DeviceHome(x.Id, x.Member.HomeAddress, x.Member.Name, x.Member.Language, x.Member.Safe?.Care ?? [])),
            ],
            Of(questionnaire.Questions, readings)
        );
    }

    public static IReadOnlyList<DeviceQuestion> Of(IReadOnlyList<Question> questions, IReadOnlyList<TranslatedSurvey> readings) =>
        [
            .. questions
                .OrderBy(q => q.Position)
                .Select(q => new DeviceQuestion(
                    q.Key,
                    q.Kind.ToString(),
                    q.Text,
                    q.Help,
                    q.Required,
                    [.. q.Offered.Select(option => new DeviceOption(option.Code, option.Label, option.NotApplicable))],
                    [.. q.Lines],
                    q.Kind == QuestionKind.Ranking ? q.RankAtMost : 0,
                    questions.FirstOrDefault(on => on.Id == q.ShowIfQuestionId)?.Key,
                    q.ShowIfCodes,
                    q.Least,
                    q.Most,
                    q.Kind == QuestionKind.ShortText ? Question.LongestShortText : Question.LongestText,
                    readings
                        .Where(reading => reading.Has(q))
                        .ToDictionary(reading => reading.Tongue.Code, reading => TextsOf(reading.Of(q)))
                )),
        ];

    private static DeviceTexts TextsOf(Question question) =>
        new(
            question.Text,
            question.Help,
            question.Offered.ToDictionary(option => option.Code, option => option.Label),
            question.Lines.ToDictionary(row => row.Code, row => row.Label)
        );
}
