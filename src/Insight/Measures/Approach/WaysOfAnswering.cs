// The regulator's ways of answering, as sentences and the return name them.
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Approach;

internal static class WaysOfAnswering
{
    /// <summary>As the return asks for them, in its order.</summary>
    public static readonly IReadOnlyList<AnswerMethod> All =
    [
        AnswerMethod.Telephone,
        AnswerMethod.Internet,
        AnswerMethod.FaceToFace,
        AnswerMethod.Postal,
        AnswerMethod.Sms,
        AnswerMethod.Other,
    ];

    /// <summary>“Face to face”.</summary>
    public static string Name(AnswerMethod method) =>
        method switch
        {
            AnswerMethod.FaceToFace => "Face to face",
            AnswerMethod.Sms => "SMS",
            _ => method.ToString(),
        };

    /// <summary>“by telephone”.</summary>
    public static Sentence By(AnswerMethod method) => new($"approach.by.{method.ToString().ToLowerInvariant()}");
}
