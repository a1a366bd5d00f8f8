// What one household answered. One per survey and household, over all channels.
using Hearth.People.Public;
using Hearth.Surveys.Asking;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Answering;

internal enum ResponseChannel
{
    Online,
    Paper,
    Telephone,
    FaceToFace,
    Text,
}

internal sealed class Response
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }
    public Guid InvitationId { get; set; }
    public Guid HouseholdId { get; set; }
    public ResponseChannel Channel { get; init; }

    /// <summary>Which version of the survey's questions it answers.</summary>
    public int Edition { get; init; } = 1;

    /// <summary>When the answers were acknowledged; for paper, the day they came in.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Copied from the invitation, so that results need one table.</summary>
    public string Ward { get; init; } = "";
    public string Tenure { get; init; } = "";
    public string Locality { get; init; } = "";
    public string AgeBand { get; init; } = "";
    public string HomeKind { get; init; } = GroupFacts.Unknown;

    /// <summary>Choices, numbers and dates as JSON by question key: <c>{"q1":["2"],"q2":["1","4"],"q3":["12"]}</c>. Words are in <see cref="Comment"/>.</summary>
    public string Answers { get; set; } = "{}";

    /// <summary>For how many it counts, where a survey company weighted its file; null where nobody gave a weight.</summary>
    public decimal? Weight { get; init; }

    /// <summary>A response to an invitation, counted in the groups that were frozen onto it. Words are left to <see cref="Comment.In"/>.</summary>
    public static Response To(
        Invitation invitation,
        ResponseChannel channel,
        DateTimeOffset at,
        AnswerSheet answers,
        IEnumerable<Question> questions,
        Guid? id = null,
        int edition = 1,
        decimal? weight = null
    ) =>
        new()
        {
            Id = id ?? Guid.CreateVersion7(),
            SurveyId = invitation.SurveyId,
            InvitationId = invitation.Id,
            HouseholdId = invitation.HouseholdId,
            Channel = channel,
            Edition = edition,
            Weight = weight,
            At = at,
            Ward = invitation.Ward,
            Tenure = invitation.Tenure,
            Locality = invitation.Locality,
            AgeBand = invitation.AgeBand,
            HomeKind = invitation.HomeKind,
            Answers = answers.Only(questions.Where(question => !question.IsWords)).Write(),
        };
}

/// <summary>What somebody wrote in their own words. Nobody outside sees it until a person has read and released it.</summary>
internal sealed class Comment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }
    public Guid ResponseId { get; init; }
    public Guid QuestionId { get; init; }
    public string Text { get; set; } = "";

    /// <summary>The language in which its writer read the survey; null for English, and where a colleague typed.</summary>
    public string? Language { get; init; }
    public DateTimeOffset? ReleasedAt { get; set; }
    public Guid? ReleasedBy { get; set; }

    /// <summary>The text as released, where identifying words were struck out.</summary>
    public string? ReleasedText { get; set; }

    /// <summary>Read and not for release.</summary>
    public DateTimeOffset? WithheldAt { get; set; }

    /// <summary>What was written in a response, one comment a question.</summary>
    public static IEnumerable<Comment> In(
        Response response,
        AnswerSheet answers,
        IEnumerable<Question> questions,
        string? language = null
    ) =>
        questions
            .Where(question => question.IsWords && answers.HasAnswered(question))
            .Select(question => new Comment
            {
                SurveyId = response.SurveyId,
                ResponseId = response.Id,
                QuestionId = question.Id,
                Text = answers.Of(question)[0],
                Language = language,
            });
}

/// <summary>Answers so far, saved at each step so that a tenant can leave and come back on any device.</summary>
internal sealed class DraftResponse
{
    public Guid InvitationId { get; init; }

    /// <summary>JSON by question key, words included.</summary>
    public string Answers { get; set; } = "{}";

    /// <summary>Which version of the survey's questions they answer.</summary>
    public int Edition { get; set; } = 1;
    public DateTimeOffset UpdatedAt { get; set; }
}
