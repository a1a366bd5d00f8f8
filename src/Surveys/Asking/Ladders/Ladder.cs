// How a survey asks those who stay silent: which ways, in which order, how many days apart. Kept with the survey.
using Hearth.Messaging.Public;

namespace Hearth.Surveys.Asking.Ladders;

internal enum LadderState
{
    /// <summary>Households go up by themselves, a rung at a time.</summary>
    Climbing,

    /// <summary>An officer has stopped it for a while.</summary>
    Paused,

    /// <summary>Everybody is asked once; reminders are sent by hand.</summary>
    Off,
}

internal sealed class Ladder
{
    public const int LongestWait = 60;

    public Guid SurveyId { get; init; }

    /// <summary>From the bottom up, each way at most once.</summary>
    public List<Rung> Rungs { get; set; } = [];
    public LadderState State { get; set; }
    public DateTimeOffset? PausedAt { get; set; }
    public string? PausedBy { get; set; }

    /// <summary>The last day on which everybody who was due went up.</summary>
    public DateOnly? ClimbedOn { get; set; }

    /// <summary>Guards against two officers saving over each other.</summary>
    public int Version { get; set; }

    /// <summary>
    /// Where a landlord has set nothing else: the quick and cheap ways first, with a week and a half for the post; the door only where an officer chooses it,
    /// as it takes people and hours.
    /// </summary>
    public static IReadOnlyList<Rung> Usual { get; } =
    [new(Channel.Email, 5), new(Channel.Text, 5), new(Channel.Letter, 10), new(Channel.Telephone, 7)];

    /// <summary>The ways that those silent are asked by; none where it is off.</summary>
    public IReadOnlyList<Rung> Asks => State == LadderState.Off ? [] : Rungs;

    /// <summary>How many days a rung is given; nought where it is not one of this ladder's.</summary>
    public int WaitAfter(Channel channel) => Rungs.Find(rung => rung.Channel == channel)?.WaitDays ?? 0;

    /// <summary>“E-mail, after 5 days a text, after 5 more a letter.”</summary>
    public string InWords => State == LadderState.Off ? "Nothing: everybody is asked once" : Words(Rungs);

    public static string Words(IReadOnlyList<Rung> rungs) =>
        rungs.Count == 0
            ? "Nothing"
            : LadderWords.Name(rungs[0].Channel)
                + string.Concat(
                    rungs.Skip(1).Zip(rungs, (rung, before) => $"; after {before.WaitDays} days {LadderWords.One(rung.Channel)}")
                );
}
