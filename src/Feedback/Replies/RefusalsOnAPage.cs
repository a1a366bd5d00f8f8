// Puts refusals beside the fields they belong to.
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Hearth.Feedback.Replies;

internal static class RefusalsOnAPage
{
    /// <summary>Each refusal by its field, “Form.Title”; without a field, for the whole form.</summary>
    public static void Refuse(this ModelStateDictionary modelState, IEnumerable<Refusal> refusals, string form = "Form")
    {
        foreach (var refusal in refusals)
        {
            modelState.AddModelError(
                refusal.Field.Length == 0 || form.Length == 0 ? refusal.Field : $"{form}.{refusal.Field}",
                refusal.Words
            );
        }
    }
}

/// <summary>A page that holds the form of a reply.</summary>
internal interface IReplyFormPage
{
    ReplyForm Form { get; }

    IReadOnlyList<Activity> Choices { get; }

    DateOnly Today { get; }
}
