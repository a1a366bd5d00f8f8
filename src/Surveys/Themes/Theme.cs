// A theme of what people wrote, and what a coder found in one answer.
using System.Text.Json;

namespace Hearth.Surveys.Themes;

internal sealed class Theme
{
    public const int LongestName = 60;
    public const int LongestDescription = 400;
    public const int Most = 40;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }
    public string Name { get; set; } = "";

    /// <summary>What belongs to it and what does not, so that two people code alike.</summary>
    public string Description { get; set; } = "";
    public int Position { get; set; }

    /// <summary>The theme it has become part of. What was coded with it counts there; the coding stays as it was.</summary>
    public Guid? MergedIntoId { get; set; }
}

/// <summary>The frame as it stood after one change. Never changed itself.</summary>
internal sealed class FrameVersion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }
    public DateTimeOffset At { get; init; }
    public string By { get; init; } = "";
    public string What { get; init; } = "";

    /// <summary>JSON: the themes' ids, names and descriptions.</summary>
    public string Themes { get; init; } = "[]";
}

/// <summary>The themes that one coder found in one answer; none is a finding too.</summary>
internal sealed class Coding
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SurveyId { get; init; }

    /// <summary>The comment. When a person is forgotten their words go and this stays, so that the counts stay true.</summary>
    public Guid CommentId { get; init; }
    public Guid CoderId { get; init; }
    public string Coder { get; init; } = "";

    /// <summary>Made by looking at two that differ: this one counts.</summary>
    public bool Settles { get; init; }

    /// <summary>JSON: ids of themes, in order.</summary>
    public string Themes { get; set; } = "[]";

    /// <summary>The version of the frame it was made with.</summary>
    public int FrameVersion { get; set; }
    public DateTimeOffset At { get; set; }

    public IReadOnlyList<Guid> Read() => JsonSerializer.Deserialize<List<Guid>>(Themes)!;

    public static string Write(IEnumerable<Guid> themes) => JsonSerializer.Serialize(themes.Distinct().Order());
}

/// <summary>An answer drawn to be coded by two people, neither of whom sees what the other found.</summary>
internal sealed class SecondLook
{
    public Guid CommentId { get; init; }
    public Guid SurveyId { get; init; }
    public DateTimeOffset DrawnAt { get; init; }
}
