// What a landlord's surveys start with, and what a message costs.
using System.Globalization;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Surveys.Asking.Ladders.ChangeLadder;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Asking.Ladders.AskingSettings;

internal sealed record CostUnreadable(string One, string Of)
    : Refusal($"Enter what {One} costs in pence, like 85 or 2.5, up to 10,000", Of);

internal sealed record RestUnreadable() : Refusal($"Enter for how many days people rest, from 0 to {AskingHabits.LongestRest}", "RestDays");

internal sealed class AskingForm : RungsForm
{
    public string? RestDays { get; set; }
    public string? EmailPence { get; set; }
    public string? TextPence { get; set; }
    public string? WhatsAppPence { get; set; }
    public string? LetterPence { get; set; }
    public string? TelephonePence { get; set; }
    public string? DoorPence { get; set; }

    public void Fill(MessageCosts costs)
    {
        static string Pence(decimal pence) => pence.ToString("0.##", CultureInfo.InvariantCulture);
        (EmailPence, TextPence, LetterPence) = (Pence(costs.Email), Pence(costs.Text), Pence(costs.Letter));
        WhatsAppPence = Pence(costs.WhatsApp);
        (TelephonePence, DoorPence) = (Pence(costs.Telephone), Pence(costs.Door));
    }

    public Outcome<string> ReadRest(out int days) =>
        int.TryParse(RestDays?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out days) && days <= AskingHabits.LongestRest
            ? new Outcome<string>("", [])
            : new RestUnreadable();

    public Outcome<MessageCosts> ReadCosts()
    {
        List<Refusal> refusals = [];
        decimal Read(string? typed, Channel channel)
        {
            if (
                decimal.TryParse(typed?.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pence)
                && pence <= 10_000
            )
            {
                return Math.Round(pence, 2);
            }
            refusals.Add(new CostUnreadable(LadderWords.One(channel), $"{channel}Pence"));
            return 0;
        }
        var costs = new MessageCosts
        {
            Email = Read(EmailPence, Channel.Email),
            Text = Read(TextPence, Channel.Text),
            WhatsApp = Read(WhatsAppPence, Channel.WhatsApp),
            Letter = Read(LetterPence, Channel.Letter),
            Telephone = Read(TelephonePence, Channel.Telephone),
            Door = Read(DoorPence, Channel.Door),
        };
        return refusals.Count > 0 ? refusals : costs;
    }
}

internal sealed class ChangeAskingSettings(HearthDb db, Settings settings)
{
    public async Task<IReadOnlyList<Refusal>> RunAsync(AskingForm form, CancellationToken stop)
    {
        var (rungs, costs) = (form.Read(), form.ReadCosts());
        List<Refusal> refusals = [.. rungs.Refusals, .. form.ReadRest(out var rest).Refusals, .. costs.Refusals];
        if (refusals.Count > 0)
        {
            return refusals;
        }
        await settings.SetAsync(AskingHabits.Setting, new AskingHabits(rungs.Made!, rest), stop);
        await settings.SetAsync(MessageCosts.Setting, costs.Made!, stop);
        await db.SaveChangesAsync(stop);
        return [];
    }
}
