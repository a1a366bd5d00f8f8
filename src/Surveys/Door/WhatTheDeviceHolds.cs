// What goes onto the device, and no more: addresses, whom to ask for, their language, and the questions with their routing.
using Hearth.People.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Door;

internal sealed record DeviceHome(Guid Id, string Address, string Name, string Language, IReadOnlyList<string> Care);

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
    int Longest
);

internal sealed record DeviceList(
    Guid List,
    string Token,
    string PublicKey,
    DateTimeOffset Expires,
    string Survey,
    string Introduction,
    DateOnly LastDay,
    IReadOnlyList<DeviceHome> Homes,
    IReadOnlyList<DeviceQuestion> Questions
);

internal sealed class WhatTheDeviceHolds(HearthDb db, Audience audience)
{
    public async Task<DeviceList> ForAsync(DoorList list, string token, CancellationToken stop)
    {
        var questionnaire = (await Questionnaire.LoadAsync(db, list.SurveyId, stop))!;
        var ids = list.HomeIds();
        var invitations = await db.Set<Invitation>()
            .AsNoTracking()
            .Where(i => ids.Contains(i.Id) && i.PersonId != null)
            .ToDictionaryAsync(i => i.Id, stop);
        var members = await audience.ForPeopleAsync([.. invitations.Values.Select(i => i.PersonId!.Value)], stop);
        return new(
            list.Id,
            token,
            list.PublicKey,
            list.ExpiresAt,
            questionnaire.Survey.Title,
            questionnaire.Survey.Introduction,
            questionnaire.Survey.ClosesOn,
            [
                .. ids.Where(id => invitations.TryGetValue(id, out var i) && members.ContainsKey(i.PersonId!.Value))
                    .Select(id => (Id: id, Member: members[invitations[id].PersonId!.Value]))
                    .Select(x => new DeviceHome(x.Id, x.Member.HomeAddress, x.Member.Name, x.Member.Language, x.Member.Safe?.Care ?? [])),
            ],
            Of(questionnaire.Questions)
        );
    }

    public static IReadOnlyList<DeviceQuestion> Of(IReadOnlyList<Question> questions) =>
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
                    q.Rows,
                    q.Kind == QuestionKind.Ranking ? q.RankAtMost : 0,
                    questions.FirstOrDefault(on => on.Id == q.ShowIfQuestionId)?.Key,
                    q.ShowIfCodes,
                    q.Least,
                    q.Most,
                    q.Kind == QuestionKind.ShortText ? Question.LongestShortText : Question.LongestText
                )),
        ];
}
