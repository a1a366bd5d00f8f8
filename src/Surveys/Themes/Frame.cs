// A survey's code frame: its themes, and the rules by which they are added, reworded and merged. Each change is a version.
using System.Text.Json;
using Hearth.Storage.Public;
using Hearth.Surveys.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Surveys.Themes;

internal sealed record ThemeNameMissing() : Refusal("Enter a name for the theme", "Name");

internal sealed record ThemeNameTooLong() : Refusal($"The name must be {Theme.LongestName} letters or fewer", "Name");

internal sealed record ThemeNameTaken(string Name) : Refusal($"There is a theme ‘{Name}’ already", "Name");

internal sealed record ThemeDescriptionMissing() : Refusal("Enter what belongs to this theme", "Description");

internal sealed record ThemeDescriptionTooLong()
    : Refusal($"The description must be {Theme.LongestDescription} letters or fewer", "Description");

internal sealed record TooManyThemes() : Refusal($"A frame holds {Theme.Most} themes at most. Merge some first");

internal sealed record ThemeNotFound() : Refusal("That theme is no longer there", "Into");

internal sealed record MergeNeedsAnother() : Refusal("Choose the theme to merge it into", "Into");

/// <summary>A theme as a version keeps it.</summary>
internal sealed record ThemeThen(Guid Id, string Name, string Description);

internal sealed class Frame
{
    private readonly List<Theme> all;

    private Frame(Guid survey, List<Theme> themes, int version) => (SurveyId, all, Version) = (survey, themes, version);

    public Guid SurveyId { get; }

    /// <summary>How often it has been changed.</summary>
    public int Version { get; private set; }

    /// <summary>Themes in use, in their order.</summary>
    public IReadOnlyList<Theme> Themes => [.. all.Where(theme => theme.MergedIntoId is null).OrderBy(theme => theme.Position)];

    public static async Task<Frame> LoadAsync(HearthDb db, Guid survey, CancellationToken stop)
    {
        var themes = await db.Set<Theme>().Where(theme => theme.SurveyId == survey).ToListAsync(stop);
        var version = await db.Set<FrameVersion>().Where(v => v.SurveyId == survey).MaxAsync(v => (int?)v.Number, stop) ?? 0;
        return new Frame(survey, themes, version);
    }

    public Theme? Find(Guid id) => Themes.FirstOrDefault(theme => theme.Id == id);

    /// <summary>What a theme counts as today: itself, or what it was merged into.</summary>
    public Guid? Today(Guid id)
    {
        for (var steps = 0; steps <= all.Count; steps++)
        {
            if (all.Find(theme => theme.Id == id) is not { } theme)
            {
                return null;
            }
            if (theme.MergedIntoId is not { } into)
            {
                return id;
            }
            id = into;
        }
        return null;
    }

    /// <summary>A coding's themes as they count today.</summary>
    public IReadOnlySet<Guid> Today(Coding coding) => coding.Read().Select(Today).OfType<Guid>().ToHashSet();

    public Outcome<Theme> Add(string name, string description)
    {
        var faults = Faults(name, description, null).ToList();
        if (Themes.Count >= Theme.Most)
        {
            faults.Add(new TooManyThemes());
        }
        if (faults.Count > 0)
        {
            return faults;
        }
        var theme = new Theme
        {
            SurveyId = SurveyId,
            Name = name.Trim(),
            Description = description.Trim(),
            Position = all.Count + 1,
        };
        all.Add(theme);
        return theme;
    }

    public IReadOnlyList<Refusal> Reword(Theme theme, string name, string description)
    {
        List<Refusal> faults = [.. Faults(name, description, theme)];
        if (faults.Count == 0)
        {
            (theme.Name, theme.Description) = (name.Trim(), description.Trim());
        }
        return faults;
    }

    /// <summary>Makes one theme part of another.</summary>
    public Refusal? Merge(Theme theme, Guid? into)
    {
        if (into is not { } other || other == theme.Id)
        {
            return new MergeNeedsAnother();
        }
        if (Find(other) is null)
        {
            return new ThemeNotFound();
        }
        theme.MergedIntoId = other;
        return null;
    }

    /// <summary>The next version, after a change.</summary>
    public FrameVersion Next(string what, string by, DateTimeOffset at) =>
        new()
        {
            SurveyId = SurveyId,
            Number = ++Version,
            At = at,
            By = by,
            What = what,
            Themes = JsonSerializer.Serialize(Themes.Select(theme => new ThemeThen(theme.Id, theme.Name, theme.Description))),
        };

    private IEnumerable<Refusal> Faults(string name, string description, Theme? self)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return new ThemeNameMissing();
        }
        else if (name.Trim().Length > Theme.LongestName)
        {
            yield return new ThemeNameTooLong();
        }
        else if (
            Themes.FirstOrDefault(theme => theme != self && string.Equals(theme.Name, name.Trim(), StringComparison.OrdinalIgnoreCase)) is
            { } other
        )
        {
            yield return new ThemeNameTaken(other.Name);
        }
        if (string.IsNullOrWhiteSpace(description))
        {
            yield return new ThemeDescriptionMissing();
        }
        else if (description.Trim().Length > Theme.LongestDescription)
        {
            yield return new ThemeDescriptionTooLong();
        }
    }
}
