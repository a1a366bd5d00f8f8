// What an officer types, exactly as typed; and the reply it makes.
using System.Globalization;
using Hearth.DesignSystem.Public.Forms;

namespace Hearth.Feedback.Replies;

internal sealed class ReplyForm
{
    public string? Title { get; set; }
    public string? Said { get; set; }
    public string? SaidBy { get; set; }
    public List<Guid> Activities { get; set; } = [];
    public ReplyKind? Kind { get; set; }
    public string? Did { get; set; }
    public DateParts DidOn { get; set; } = new();
    public string? Doing { get; set; }
    public DateParts DoingBy { get; set; } = new();
    public string? Reason { get; set; }
    public string? Instead { get; set; }
    public string? DecidedBy { get; set; }
    public DateParts DecidedOn { get; set; } = new();
    public string? InAText { get; set; }
    public int Version { get; set; }

    public static ReplyForm Of(Reply reply, IEnumerable<Guid> activities) =>
        new()
        {
            Title = reply.Title,
            Said = reply.Said,
            SaidBy = reply.SaidBy?.ToString(CultureInfo.InvariantCulture),
            Activities = [.. activities],
            Kind = reply.Kind,
            Did = reply.Kind == ReplyKind.WeDid ? reply.What : null,
            DidOn = DateParts.Of(reply.Kind == ReplyKind.WeDid ? reply.On : null),
            Doing = reply.Kind == ReplyKind.WeAreDoing ? reply.What : null,
            DoingBy = DateParts.Of(reply.Kind == ReplyKind.WeAreDoing ? reply.On : null),
            Reason = reply.Reason,
            Instead = reply.Instead,
            DecidedBy = reply.DecidedBy,
            DecidedOn = DateParts.Of(reply.Kind == ReplyKind.WeCant ? reply.On : null),
            InAText = reply.InAText,
            Version = reply.Version,
        };

    /// <summary>What stops this from being saved even as a draft: a missing name, words that are too long, a number or date that is none.</summary>
    public IReadOnlyList<Refusal> WhyNotSave()
    {
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(Title))
        {
            refusals.Add(new NoTitle());
        }
        Fits(nameof(Title), Title, "The short name", 100);
        Fits(nameof(Said), Said, "What tenants said", 400);
        if (!string.IsNullOrWhiteSpace(SaidBy) && ReadSaidBy() is null)
        {
            refusals.Add(new SaidByNotANumber());
        }
        Fits(nameof(InAText), InAText, "The sentence for a text", 120);
        switch (Kind)
        {
            case ReplyKind.WeDid:
                Fits(nameof(Did), Did, "What you did", 2000);
                Day(nameof(DidOn), DidOn, "the day it started");
                break;
            case ReplyKind.WeAreDoing:
                Fits(nameof(Doing), Doing, "What you are doing", 2000);
                Day(nameof(DoingBy), DoingBy, "the day it will be done or decided by");
                break;
            case ReplyKind.WeCant:
                Fits(nameof(Reason), Reason, "The reason", 1000);
                Fits(nameof(Instead), Instead, "What you do instead", 1000);
                Fits(nameof(DecidedBy), DecidedBy, "Who decided", 150);
                Day(nameof(DecidedOn), DecidedOn, "the day it was decided");
                break;
            default:
                break;
        }
        return refusals;

        void Fits(string field, string? typed, string what, int most)
        {
            if (typed?.ReplaceLineEndings("\n").Length > most)
            {
                refusals.Add(new TooLong(field, what, most));
            }
        }

        void Day(string field, DateParts parts, string what)
        {
            if (!parts.Empty && parts.Read(what, out _) is { } error)
            {
                refusals.Add(new NoDay(field, error));
            }
        }
    }

    /// <summary>Writes what was typed into the reply. Only the fields of the chosen kind are kept.</summary>
    public void Into(Reply reply)
    {
        reply.Title = Clean(Title);
        reply.Said = Clean(Said).Trim('“', '”', '"', '‘', ' ');
        reply.SaidBy = ReadSaidBy();
        reply.Kind = Kind;
        reply.InAText = Kept(InAText);
        reply.What = Clean(
            Kind switch
            {
                ReplyKind.WeDid => Did,
                ReplyKind.WeAreDoing => Doing,
                _ => null,
            }
        );
        var cannot = Kind == ReplyKind.WeCant;
        reply.Reason = cannot ? Kept(Reason) : null;
        reply.Instead = cannot ? Kept(Instead) : null;
        reply.DecidedBy = cannot ? Kept(DecidedBy) : null;
        var day = Kind switch
        {
            ReplyKind.WeDid => DidOn,
            ReplyKind.WeAreDoing => DoingBy,
            _ => DecidedOn,
        };
        reply.On = Kind is not null && day.Read("the day", out var on) is null ? on : null;
        reply.SearchKey = string.Join('\n', reply.Title, reply.Said, reply.What, reply.Reason, reply.Instead).ToLowerInvariant();
    }

    private int? ReadSaidBy() =>
        int.TryParse(
            SaidBy?.Replace(",", "", StringComparison.Ordinal).Trim(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
        && number > 0
            ? number
            : null;

    private static string Clean(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim();

    private static string? Kept(string? typed) => Clean(typed) is { Length: > 0 } words ? words : null;
}
