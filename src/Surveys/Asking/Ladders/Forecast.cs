// What the ladder would send, day by day, if nobody else answered. Pure: the same households give the same plan.
using Hearth.Messaging.Public;

namespace Hearth.Surveys.Asking.Ladders;

/// <summary>Households that go up to one rung on one day.</summary>
internal sealed record PlannedStep(DateOnly On, Channel To, int Households)
{
    /// <summary>What is paid for: the parts of texts, else as many as households.</summary>
    public int Parts { get; init; } = Households;
}

/// <summary>The plan, and what stands in its way.</summary>
/// <param name="Steps">By day, then by rung.</param>
/// <param name="InHand">Households whose last message has not left yet; counted as if it left today.</param>
/// <param name="Rest">Households that wait because another activity asked them lately.</param>
/// <param name="NotToBeAsked">They said no since, are not to be contacted, or no way is held any more.</param>
/// <param name="Top">Every way has been tried.</param>
/// <param name="ClosesFirst">The survey closes before their next rung.</param>
internal sealed record Forecast(IReadOnlyList<PlannedStep> Steps, int InHand, int Rest, int NotToBeAsked, int Top, int ClosesFirst)
{
    public static Forecast None { get; } = new([], 0, 0, 0, 0, 0);

    /// <summary>How many are asked by this way at most.</summary>
    public int By(Channel channel) => Steps.Where(step => step.To == channel).Sum(step => step.Households);

    /// <summary>The first day on which somebody is asked by this way; null where nobody is.</summary>
    public DateOnly? FirstDay(Channel channel) =>
        Steps.Where(step => step.To == channel).Select(step => (DateOnly?)step.On).FirstOrDefault();

    /// <summary>What it costs at most.</summary>
    public decimal Pence(MessageCosts costs) => Steps.Sum(step => step.Parts * costs.Of(step.To));

    /// <summary>What this way costs at most.</summary>
    public decimal Pence(MessageCosts costs, Channel channel) =>
        Steps.Where(step => step.To == channel).Sum(step => step.Parts * costs.Of(channel));

    /// <summary>A survey that has not opened: nobody has been asked yet.</summary>
    /// <param name="climb">The rungs.</param>
    /// <param name="reach">Whom it would ask.</param>
    /// <param name="opens">Its first day.</param>
    /// <param name="partsOfText">How many parts a text has in a language.</param>
    public static Forecast BeforeOpening(Climb climb, Reach reach, DateOnly opens, Func<string, int> partsOfText) =>
        Of(
            climb,
            reach.Meant.Select(member => new Standing(
                null,
                Ways.None,
                opens,
                false,
                false,
                member.MayBeAskedBy(),
                member.BestChannel,
                reach.Rest.Until(member.PersonId, member.HouseholdId),
                partsOfText(member.Language)
            )),
            opens
        );

    public static Forecast Of(Climb climb, IEnumerable<Standing> silent, DateOnly today)
    {
        var steps = new Dictionary<(DateOnly On, Channel To), (int Households, int Parts)>();
        int inHand = 0,
            rest = 0,
            not = 0,
            top = 0,
            closes = 0;
        foreach (var household in silent)
        {
            var at = household;
            if (at is { InHand: true, May: not Ways.None })
            {
                inHand++;
                at = at with { InHand = false, Since = today };
            }
            var first = true;
            while (true)
            {
                var step = climb.Next(at, today);
                if (step.Kind != StepKind.GoUp)
                {
                    not += first && step.Kind == StepKind.NotToBeAsked ? 1 : 0;
                    top += first && step.Kind == StepKind.Top ? 1 : 0;
                    closes += first && step.Kind == StepKind.ClosesFirst ? 1 : 0;
                    break;
                }
                rest += first && step.Rests ? 1 : 0;
                first = false;
                var (households, parts) = steps.GetValueOrDefault((step.On, step.To));
                steps[(step.On, step.To)] = (households + 1, parts + (step.To == Channel.Text ? at.TextParts : 1));
                at = at with { On = step.To, Tried = at.Tried | step.To.Flag(), Since = step.On, CameBack = false, RestsUntil = null };
            }
        }
        return new(
            [
                .. steps
                    .OrderBy(s => s.Key.On)
                    .ThenBy(s => s.Key.To)
                    .Select(s => new PlannedStep(s.Key.On, s.Key.To, s.Value.Households) { Parts = s.Value.Parts }),
            ],
            inHand,
            rest,
            not,
            top,
            closes
        );
    }
}
