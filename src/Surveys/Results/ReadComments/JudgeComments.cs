// A person has read comments: each is released, with identifying words struck out, or withheld. The original stays as it was written.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Results.ReadComments;

internal enum Judgement
{
    Release,
    Withhold,
}

/// <summary>Nothing is left of the words to release.</summary>
internal sealed record NoWordsToRelease(Guid Comment) : Refusal("Enter the words to release, or withhold the comment", $"Words[{Comment}]");

internal sealed record WordsTooLong(Guid Comment)
    : Refusal($"The words to release must be {Question.LongestText} letters or fewer", $"Words[{Comment}]");

/// <summary>Words are read before they are released: one at a time.</summary>
internal sealed record OneAtATime() : Refusal("Release comments one by one, each after reading its words");

internal sealed class JudgeComments(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time)
{
    /// <summary>Judges these comments of a survey; returns how many. Words edited beside others are kept for later.</summary>
    /// <param name="survey">The survey: comments of another are left alone.</param>
    /// <param name="comments">Which to judge.</param>
    /// <param name="judgement">How.</param>
    /// <param name="words">The words to release, by comment; where none are given, those kept or the original.</param>
    /// <param name="stop">The request.</param>
    public async Task<Outcome<int>> RunAsync(
        Guid survey,
        IReadOnlyCollection<Guid> comments,
        Judgement judgement,
        IReadOnlyDictionary<Guid, string> words,
        CancellationToken stop
    )
    {
        if (judgement == Judgement.Release && comments.Count > 1)
        {
            return new OneAtATime();
        }
        var ids = comments.Concat(words.Keys).ToHashSet();
        var found = await db.Set<Comment>().Where(c => c.SurveyId == survey && ids.Contains(c.Id)).ToListAsync(stop);
        var refusals = new List<Refusal>();
        foreach (var comment in found)
        {
            var edited = words.TryGetValue(comment.Id, out var typed)
                ? typed.ReplaceLineEndings("\n").Trim()
                : comment.ReleasedText ?? comment.Text;
            var judged = comments.Contains(comment.Id);
            if (edited.Length > Question.LongestText)
            {
                refusals.Add(new WordsTooLong(comment.Id));
            }
            else if (judged && judgement == Judgement.Release && edited.Length == 0)
            {
                refusals.Add(new NoWordsToRelease(comment.Id));
            }
            else if (judged || comment.ReleasedAt is null)
            {
                comment.ReleasedText = edited == comment.Text && !judged ? comment.ReleasedText : edited;
            }
            if (judged)
            {
                Judge(comment, judgement);
            }
        }
        if (refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            return refusals;
        }
        var count = found.Count(comment => comments.Contains(comment.Id));
        if (judgement == Judgement.Release && found.Find(comment => comments.Contains(comment.Id)) is { } released)
        {
            audit.Write("ReleaseComment", "survey", survey, $"comment {released.Id}, {Changed(released)}");
        }
        else
        {
            audit.Write("WithholdComments", "survey", survey, $"{count} comments");
        }
        await db.SaveChangesAsync(stop);
        return count;
    }

    // what was done to the words, never the words themselves
    private static string Changed(Comment comment)
    {
        var marks = comment.ReleasedText!.Count(letter => letter == '[');
        return comment.ReleasedText == comment.Text ? "as it was written"
            : marks == 0 ? "reworded"
            : $"{marks} {(marks == 1 ? "place" : "places")} struck out";
    }

    private void Judge(Comment comment, Judgement judgement)
    {
        var now = time.GetUtcNow();
        var release = judgement == Judgement.Release;
        comment.ReleasedAt = release ? now : null;
        comment.ReleasedBy = release ? actor.Id : null;
        comment.WithheldAt = release ? null : now;
    }
}
