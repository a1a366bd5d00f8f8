// Told, asked back, and answering: shared by the tests of “was it done?”.
using Hearth.Feedback.AskBack;
using Hearth.Feedback.Replies.Write;
using Hearth.Messaging.Public;
using Hearth.Storage.Public;
using Hearth.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Feedback.Tests.AskBack;

internal static class Asking
{
    /// <summary>An answer that these people have all been told.</summary>
    public static async Task<Guid> ToldAsync(this HearthApp hearth, IReadOnlyList<MovedIn> people, Action<Replies.ReplyForm>? change = null)
    {
        var reply = await hearth.AnswerAsync(await hearth.ActivityAsync(people), change);
        foreach (var message in await hearth.MessagesAsync())
        {
            await hearth.EndAsync(message);
        }
        return reply;
    }

    public static Task AskBackAsync(this HearthApp hearth) =>
        hearth.InScopeAsync(services => services.GetServices<IJob>().Single(j => j.Name == "feedback-ask-back").RunAsync(default));

    public static Task AskFourWeeksLaterAsync(this HearthApp hearth)
    {
        hearth.Clock.Forward(TimeSpan.FromDays(29));
        return hearth.AskBackAsync();
    }

    public static async Task<IReadOnlyList<Sent>> QuestionsAsync(this HearthApp hearth) =>
        [.. (await hearth.MessagesAsync()).Where(m => m.Key.StartsWith("was-it-done/", StringComparison.Ordinal))];

    public static Task<List<AskedBack>> AskedAsync(this HearthApp hearth) =>
        hearth.InScopeAsync(s => s.GetRequiredService<HearthDb>().Set<AskedBack>().AsNoTracking().ToListAsync());

    public static async Task<string> CodeOfAsync(this HearthApp hearth, Guid person) =>
        (await hearth.AskedAsync()).Single(a => a.PersonId == person).Code;

    /// <summary>Answers in a browser.</summary>
    public static async Task SayAsync(this HearthApp hearth, Guid person, string answer, string? words = null, bool ring = false)
    {
        var tenant = hearth.Anyone();
        var question = await tenant.OpenAsync($"/was-it-done/{await hearth.CodeOfAsync(person)}");
        var more = await tenant.SubmitAsync(question, new { Answer = answer }, "Send my answer");
        if (words is not null || ring)
        {
            await (
                ring
                    ? tenant.SubmitAsync(more, new { Words = words, RingMe = "true" }, "Finish")
                    : tenant.SubmitAsync(more, new { Words = words }, "Finish")
            );
        }
    }
}
