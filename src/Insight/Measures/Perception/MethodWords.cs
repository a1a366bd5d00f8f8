// The ways of answering, as people read them.
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception;

internal static class MethodWords
{
    public static string Of(AnswerMethod method) =>
        method switch
        {
            AnswerMethod.Internet => "Online",
            AnswerMethod.Postal => "By post",
            AnswerMethod.Telephone => "By telephone",
            AnswerMethod.FaceToFace => "Face to face",
            AnswerMethod.Sms => "By text message",
            _ => "Other",
        };
}
