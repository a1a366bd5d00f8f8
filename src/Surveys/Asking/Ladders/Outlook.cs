// What a survey that has not opened would ask and cost, rung by rung.
using Hearth.Messaging.Public;
using Hearth.Surveys.Questionnaires;

namespace Hearth.Surveys.Asking.Ladders;

internal sealed record Outlook(Survey Survey, Ladder Ladder, Forecast Forecast, MessageCosts Costs)
{
    /// <summary>The rungs that ask anybody, in their order.</summary>
    public IEnumerable<(Rung Rung, int AtMost, DateOnly? From, decimal Pence)> Rungs =>
        Ladder.Asks.Select(rung =>
        {
            var asked = Forecast.By(rung.Channel);
            return (rung, asked, Forecast.FirstDay(rung.Channel), Forecast.Pence(Costs, rung.Channel));
        });
}
