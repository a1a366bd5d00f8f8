// On the officer's first page: the clock leapt, so that nothing is sent or deleted until somebody says that it is right.
using System.Security.Claims;
using Hearth.DesignSystem.Public.TheLoop;
using Hearth.Storage.Public;

namespace Hearth.Web.TheClock;

internal sealed class NewsOfTheClock(ClockLeap clock) : IFirstPageNews
{
    public async Task<FirstPageNews> ReadAsync(ClaimsPrincipal reader, DateOnly until, CancellationToken stop)
    {
        if (reader.IsInRole(nameof(Role.Councillor)) || await clock.FindAsync(stop) is not { } leap)
        {
            return new([], [], []);
        }
        var administrator = reader.IsInRole(nameof(Role.Administrator));
        return new(
            [],
            [
                new(
                    leap.To.DayInLondon(),
                    "The server’s clock leapt",
                    administrator ? "/settings/clock" : "/messages",
                    administrator
                        ? "Sending and deleting wait until you say that it is right."
                        : "Sending and deleting wait until an administrator says that it is right.",
                    "Waits",
                    DueState.Waits
                ),
            ],
            []
        );
    }
}
