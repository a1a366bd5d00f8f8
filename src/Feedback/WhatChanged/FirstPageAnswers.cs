// The newest answers as the public first page shows them, kept for a few seconds: a whole town may open it on one evening.
using Hearth.Feedback.Replies;

namespace Hearth.Feedback.WhatChanged;

/// <summary>Of this node. An answer that was published, corrected or withdrawn is seen at once; how many were told of it, within <see cref="Kept"/>.</summary>
internal sealed class FirstPageAnswers(TimeProvider time)
{
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(15);

    private volatile Entry? last;

    /// <summary>What was read of these replies a moment ago, or null.</summary>
    public IReadOnlyList<PublicAnswer>? Of(IReadOnlyList<Reply> latest) =>
        last is { } entry && entry.Stamp == Stamp(latest) && time.GetElapsedTime(entry.At) < Kept ? entry.Answers : null;

    public void Keep(IReadOnlyList<Reply> latest, IReadOnlyList<PublicAnswer> answers) =>
        last = new(Stamp(latest), time.GetTimestamp(), answers);

    private static string Stamp(IReadOnlyList<Reply> latest) => string.Join(' ', latest.Select(reply => $"{reply.Id}:{reply.Version}"));

    private sealed record Entry(string Stamp, long At, IReadOnlyList<PublicAnswer> Answers);
}
