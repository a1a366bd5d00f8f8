// The form of a ladder: which ways, and how long each is given.
using System.Globalization;
using Hearth.Messaging.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Asking.Ladders.ChangeLadder;

internal class RungsForm
{
    public List<Channel> Ways { get; set; } = [];
    public string? EmailDays { get; set; }
    public string? TextDays { get; set; }
    public string? WhatsAppDays { get; set; }
    public string? LetterDays { get; set; }
    public string? TelephoneDays { get; set; }
    public string? DoorDays { get; set; }

    /// <summary>The form of these rungs; ways that are not among them carry the days they would usually be given.</summary>
    public void Fill(IReadOnlyList<Rung> rungs)
    {
        Ways = [.. rungs.Select(rung => rung.Channel)];
        string Days(Channel channel) =>
            (rungs.Concat(Ladder.Usual).FirstOrDefault(rung => rung.Channel == channel)?.WaitDays ?? 7).ToString(
                CultureInfo.InvariantCulture
            );
        (EmailDays, TextDays, LetterDays) = (Days(Channel.Email), Days(Channel.Text), Days(Channel.Letter));
        WhatsAppDays = Days(Channel.WhatsApp);
        (TelephoneDays, DoorDays) = (Days(Channel.Telephone), Days(Channel.Door));
    }

    /// <summary>The rungs in the order of the ways, or every reason why they cannot be read.</summary>
    public Outcome<List<Rung>> Read()
    {
        List<Refusal> refusals = [];
        List<Rung> rungs = [];
        foreach (var channel in WaysOfChannels.InOrder.Where(Ways.Contains))
        {
            if (
                int.TryParse(DaysOf(channel)?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
                && days is >= 1 and <= Ladder.LongestWait
            )
            {
                rungs.Add(new(channel, days));
            }
            else
            {
                refusals.Add(new WaitOutOfRange(LadderWords.One(channel), $"{channel}Days"));
            }
        }
        if (Ways.Count == 0)
        {
            refusals.Add(new NoRungs());
        }
        return refusals.Count > 0 ? refusals : new Outcome<List<Rung>>(rungs, []);
    }

    private string? DaysOf(Channel channel) =>
        channel switch
        {
            Channel.Email => EmailDays,
            Channel.Text => TextDays,
            Channel.WhatsApp => WhatsAppDays,
            Channel.Letter => LetterDays,
            Channel.Telephone => TelephoneDays,
            _ => DoorDays,
        };
}
