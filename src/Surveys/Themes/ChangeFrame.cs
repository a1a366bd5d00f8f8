// Changes a code frame: adds a theme, rewords it, merges it into another, or begins with that of an earlier survey. Each is a version and audited.
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Themes;

internal sealed record NoThemesThere() : Refusal("That survey has no themes. Choose another, or add your own", "From");

internal sealed class ChangeFrame(HearthDb db, AuditTrail audit, Actor actor, TimeProvider time)
{
    public async Task<Outcome<Theme>> AddAsync(Guid survey, string? name, string? description, CancellationToken stop)
    {
        var frame = await Frame.LoadAsync(db, survey, stop);
        var added = frame.Add(name ?? "", description ?? "");
        if (added.Refused)
        {
            return added;
        }
        db.Add(added.Made!);
        return await SaveAsync(frame, "AddTheme", $"‘{added.Made!.Name}’ added", stop) is [var late, ..] ? late : added;
    }

    public async Task<IReadOnlyList<Refusal>> RewordAsync(
        Guid survey,
        Guid theme,
        string? name,
        string? description,
        CancellationToken stop
    )
    {
        var frame = await Frame.LoadAsync(db, survey, stop);
        if (frame.Find(theme) is not { } found)
        {
            return [new ThemeNotFound()];
        }
        var before = found.Name;
        var faults = frame.Reword(found, name ?? "", description ?? "");
        return faults.Count > 0
            ? faults
            : await SaveAsync(
                frame,
                "RewordTheme",
                before == found.Name ? $"‘{before}’ described anew" : $"‘{before}’ is now ‘{found.Name}’",
                stop
            );
    }

    public async Task<IReadOnlyList<Refusal>> MergeAsync(Guid survey, Guid theme, Guid? into, CancellationToken stop)
    {
        var frame = await Frame.LoadAsync(db, survey, stop);
        if (frame.Find(theme) is not { } found)
        {
            return [new ThemeNotFound()];
        }
        return frame.Merge(found, into) is { } refusal
            ? [refusal]
            : await SaveAsync(frame, "MergeTheme", $"‘{found.Name}’ merged into ‘{frame.Find(into!.Value)!.Name}’", stop);
    }

    /// <summary>Takes over the themes of another survey that are not here yet.</summary>
    public async Task<Outcome<int>> TakeOverAsync(Guid survey, Guid? from, CancellationToken stop)
    {
        var frame = await Frame.LoadAsync(db, survey, stop);
        var other = await Frame.LoadAsync(db, from ?? Guid.Empty, stop);
        if (other.Themes.Count == 0 || from == survey)
        {
            return new NoThemesThere();
        }
        var taken = other.Themes.Select(theme => frame.Add(theme.Name, theme.Description).Made).OfType<Theme>().ToList();
        db.AddRange(taken);
        return await SaveAsync(frame, "TakeOverThemes", $"{taken.Count} taken over from an earlier survey", stop) is [var late, ..]
            ? late
            : taken.Count;
    }

    private Task<IReadOnlyList<Refusal>> SaveAsync(Frame frame, string action, string what, CancellationToken stop)
    {
        db.Add(frame.Next(what, actor.Name, time.GetUtcNow()));
        audit.Write(action, "survey", frame.SurveyId, $"version {frame.Version}: {what}");
        return db.TrySaveAsync(stop);
    }
}
