// Some of the demo's tenants have told the landlord about themselves, so that there are counts to see.
using Hearth.People.Public;
using Hearth.Storage.Public;

namespace Hearth.People.Equality;

internal sealed class TellOfEquality(Audience audience, EqualityAnswers answers, CountEquality count) : IDemoChapter
{
    public int Order => 14;

    public async Task TellAsync(DemoStory story, CancellationToken stop)
    {
        var random = new Random(story.Seed + 7);
        var people = (await audience.ListAsync(new AudienceFilter(), stop)).Select(m => m.PersonId).ToArray();
        random.Shuffle(people);
        var chosen = people.Take(Math.Min(180, people.Length / 4)).ToList();
        foreach (var person in chosen)
        {
            await answers.SaveAsync(person, Draw(random), stop);
        }
        await count.RunAsync(stop);
        story.Say($"{chosen.Count} tenants answered about themselves, for fairness");
    }

    private static EqualitySaid Draw(Random random)
    {
        var said = EqualityQuestions
            .All.Where(_ => random.Next(10) > 0)
            .ToDictionary(
                q => q.Key,
                q =>
                    random.Next(12) == 0 ? EqualityQuestion.NotSaid : q.Answers[(int)(q.Answers.Count * Math.Pow(random.NextDouble(), 1.4))]
            );
        // one in four told a colleague
        return random.Next(4) > 0
            ? new EqualitySaid(said)
            : new EqualitySaid(said, ToldHowWords.WrittenDown[random.Next(ToldHowWords.WrittenDown.Count)], "Amina Diallo");
    }
}
