// A coder says which themes an answer holds; settles two that differ; draws the sample that two people code.
using Hearth.Storage.Public;
using Hearth.Surveys.Answering;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Themes;

internal sealed record CommentNotFound() : Refusal("That answer is no longer there");

internal sealed record NoSuchTheme() : Refusal("Choose from the themes on this page. Somebody may have merged one meanwhile", "Themes");

internal sealed record ThemesOrNone() : Refusal("Choose the themes in this answer, or ‘None of these’", "Themes");

internal sealed record NothingToSettle() : Refusal("These two agree, or somebody has settled them already");

internal sealed record SampleOutOfRange() : Refusal("Enter how many answers two people should code, from 1 to 500", "Size");

internal sealed class CodeAnswer(HearthDb db, AuditTrail audit, TimeProvider time)
{
    /// <summary>Codes an answer, or codes it anew: the coder's own earlier coding is replaced.</summary>
    /// <param name="survey">The survey.</param>
    /// <param name="comment">The answer.</param>
    /// <param name="themes">Themes found.</param>
    /// <param name="none">Said outright that none is in it.</param>
    /// <param name="coder">Who codes.</param>
    /// <param name="name">Their name.</param>
    /// <param name="settles">This settles two codings that differ.</param>
    /// <param name="stop">The request.</param>
    public async Task<IReadOnlyList<Refusal>> RunAsync(
        Guid survey,
        Guid comment,
        IReadOnlyCollection<Guid> themes,
        bool none,
        Guid coder,
        string name,
        bool settles = false,
        CancellationToken stop = default
    )
    {
        if (!await db.Set<Comment>().AnyAsync(c => c.Id == comment && c.SurveyId == survey, stop))
        {
            return [new CommentNotFound()];
        }
        var frame = await Frame.LoadAsync(db, survey, stop);
        if (themes.Any(theme => frame.Find(theme) is null))
        {
            return [new NoSuchTheme()];
        }
        if (none == themes.Count > 0)
        {
            return [new ThemesOrNone()];
        }
        var codings = await db.Set<Coding>().Where(c => c.CommentId == comment).ToListAsync(stop);
        if (settles && !Codes.Differ(codings, frame))
        {
            return [new NothingToSettle()];
        }
        var coding = codings.Find(c => c.CoderId == coder && c.Settles == settles);
        if (coding is null)
        {
            coding = new Coding
            {
                SurveyId = survey,
                CommentId = comment,
                CoderId = coder,
                Coder = name,
                Settles = settles,
            };
            db.Add(coding);
        }
        (coding.Themes, coding.FrameVersion, coding.At) = (Coding.Write(themes), frame.Version, time.GetUtcNow());
        audit.Write(settles ? "SettleCodes" : "CodeAnswer", "survey", survey, $"{themes.Count} themes, frame version {frame.Version}");
        return await db.TrySaveAsync(stop);
    }

    /// <summary>Draws answers by lot that nobody has drawn yet, for two people to code; returns how many.</summary>
    public async Task<Outcome<int>> DrawAsync(Guid survey, int? size, Func<int, int> chance, CancellationToken stop)
    {
        if (size is not (>= 1 and <= 500))
        {
            return new SampleOutOfRange();
        }
        var drawn = await db.Set<SecondLook>().Where(s => s.SurveyId == survey).Select(s => s.CommentId).ToHashSetAsync(stop);
        var left = await db.Set<Comment>().Where(c => c.SurveyId == survey).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(stop);
        left.RemoveAll(drawn.Contains);
        var now = time.GetUtcNow();
        var count = Math.Min(size.Value, left.Count);
        for (var i = 0; i < count; i++)
        {
            var at = i + chance(left.Count - i);
            (left[i], left[at]) = (left[at], left[i]);
            db.Add(
                new SecondLook
                {
                    CommentId = left[i],
                    SurveyId = survey,
                    DrawnAt = now,
                }
            );
        }
        audit.Write("DrawSecondLooks", "survey", survey, $"{count} answers");
        return await db.TrySaveAsync(stop) is [var late, ..] ? late : count;
    }
}
