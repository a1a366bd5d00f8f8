// Why a reply cannot be saved or published: each refusal by name, with the field it belongs to and what the officer reads.
namespace Hearth.Feedback.Replies;

internal abstract record Refusal(string Field, string Words);

internal sealed record NoTitle() : Refusal(nameof(ReplyForm.Title), "Enter a short name for this answer");

internal sealed record TooLong(string Name, string What, int Most)
    : Refusal(Name, $"{What} must be {InWords.Number(Most)} characters or fewer");

internal sealed record NothingSaid() : Refusal(nameof(ReplyForm.Said), "Enter what tenants said, in their words");

internal sealed record SaidByNotANumber() : Refusal(nameof(ReplyForm.SaidBy), "How many people said it must be a whole number, like 71");

internal sealed record MoreSaidItThanTookPart(int Took)
    : Refusal(nameof(ReplyForm.SaidBy), $"How many people said it must be {InWords.Number(Took)} or fewer: that is how many took part");

internal sealed record NoActivity() : Refusal(nameof(ReplyForm.Activities), "Choose what this answers: at least one survey or activity");

internal sealed record UnknownActivity() : Refusal(nameof(ReplyForm.Activities), "Choose what this answers from the list");

internal sealed record StillOpen(string Title)
    : Refusal(
        nameof(ReplyForm.Activities),
        $"‘{Title}’ is still open. Publish when it has closed, or choose ‘We are doing’ to tell people how far you are"
    );

internal sealed record NoKind() : Refusal(nameof(ReplyForm.Kind), "Choose ‘We did’, ‘We are doing’ or ‘We can’t’");

internal sealed record NothingDone(string Name, string Doing) : Refusal(Name, $"Enter what you {Doing}");

internal sealed record NoReason() : Refusal(nameof(ReplyForm.Reason), "Enter why you can’t");

internal sealed record NothingInstead() : Refusal(nameof(ReplyForm.Instead), "Enter what you do instead");

internal sealed record NobodyDecided() : Refusal(nameof(ReplyForm.DecidedBy), "Enter who decided");

internal sealed record NoDay(string Name, string Words) : Refusal(Name, Words);

internal sealed record DayInTheFuture(string Name, string What)
    : Refusal(Name, $"{What} must be today or in the past. If it has not happened yet, choose ‘We are doing’");

internal sealed record ChangedMeanwhile() : Refusal("", "Somebody else saved this since you opened it. Look at it again before you save");

internal sealed record AlreadyPublished() : Refusal("", "This is published already. To put it right, add a correction");

internal sealed record TakenBack() : Refusal("", "This answer was taken back and tells nobody any more");

internal sealed record NotPublished() : Refusal("", "This is not published yet. Change the draft itself");

internal sealed record NoCorrection() : Refusal("Words", "Enter what was wrong, and what is right");
