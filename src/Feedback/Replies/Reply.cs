// A reply: what tenants said, what we did about it or why we can't, and who is told.
namespace Hearth.Feedback.Replies;

internal enum ReplyKind
{
    WeDid,
    WeAreDoing,
    WeCant,
}

internal enum ReplyStatus
{
    Draft,
    Published,
}

internal sealed class Reply
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Short and lasting, for the public address: <c>/what-changed/12</c>.</summary>
    public int Number { get; init; }

    /// <summary>Short name, for lists and the e-mail's subject.</summary>
    public string Title { get; set; } = "";

    /// <summary>You said: in their words, without quotation marks.</summary>
    public string Said { get; set; } = "";

    /// <summary>How many said it, where somebody counted; never more than took part.</summary>
    public int? SaidBy { get; set; }

    /// <summary>Null while a draft has not been decided.</summary>
    public ReplyKind? Kind { get; set; }

    /// <summary>What we did or are doing. Empty for <see cref="ReplyKind.WeCant"/>.</summary>
    public string What { get; set; } = "";

    /// <summary>The same in one sentence, for a text; null to let it be cut from <see cref="What"/>.</summary>
    public string? InAText { get; set; }
    public string? Reason { get; set; }
    public string? Instead { get; set; }
    public string? DecidedBy { get; set; }

    /// <summary>The day it started, will be done by, or was decided, as the kind has it.</summary>
    public DateOnly? On { get; set; }
    public ReplyStatus Status { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public string WrittenBy { get; set; } = "";
    public DateTimeOffset? PublishedAt { get; set; }
    public string? PublishedBy { get; set; }

    /// <summary>The site's address when it was published, for links in messages: <c>https://hearth.example</c>.</summary>
    public string? PublicAddress { get; set; }

    /// <summary>When everyone who could be reached on the day had a message planned; null while that is under way.</summary>
    public DateTimeOffset? PlannedAt { get; set; }

    /// <summary>Those who were told are asked from this day whether it was done; null for the landlord's usual wait.</summary>
    public DateOnly? AskFrom { get; set; }

    /// <summary>Taken back: it stays to be read, with the reason, and tells nobody any more.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Lower-cased in C#, for the public search.</summary>
    public string SearchKey { get; set; } = "";

    /// <summary>Guards against two officers saving over each other, and against publishing twice.</summary>
    public int Version { get; set; }

    public bool Standing => Status == ReplyStatus.Published && WithdrawnAt is null;

    /// <summary>What we did, or why not and what instead: a paragraph each.</summary>
    public IReadOnlyList<string> Answer() =>
        Kind == ReplyKind.WeCant ? [Reason ?? "", "What we do instead: " + Instead, "Who decided: " + DecidedBy] : Paragraphs(What);

    public static IReadOnlyList<string> Paragraphs(string text) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>What the reply answers: a thing in the loop that people took part in.</summary>
internal sealed class ReplyActivity
{
    public Guid ReplyId { get; init; }
    public Guid ActivityId { get; init; }
    public int Position { get; set; }
}

/// <summary>A public correction, or the taking back, of a published reply. Nothing is changed without one.</summary>
internal sealed class Correction
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ReplyId { get; init; }
    public DateTimeOffset At { get; init; }
    public string By { get; init; } = "";
    public string Words { get; init; } = "";
    public bool TakesBack { get; init; }
}
