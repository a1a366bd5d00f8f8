// Equality answers in a person's file: the person reads them; whoever else makes the file reads only that there are some. Forgetting takes the row.
using Hearth.Storage.Public;

namespace Hearth.People.Equality;

internal sealed class EqualityHeld(EqualityAnswers answers, Actor actor) : IPersonalData
{
    public IReadOnlyCollection<Type> Covers { get; } = [typeof(EqualityRow)];

    public async Task<IReadOnlyList<HeldItem>> HeldOnAsync(Guid personId, CancellationToken stop)
    {
        if (await answers.OfAsync(personId, stop) is not { } said)
        {
            return [];
        }
        return actor is { Kind: ActorKind.Tenant } && actor.Id == personId
            ? [.. EqualityQuestions.All.Where(q => said.ContainsKey(q.Key)).Select(q => new HeldItem($"About you: {q.Words}", said[q.Key]))]
            :
            [
                new(
                    "About you, for fairness",
                    $"{said.Count} answers, sealed. Only you can open them: sign in and choose “About you, for fairness” on your page."
                ),
            ];
    }

    public Task ForgetAsync(Guid personId, CancellationToken stop) => answers.TakeAwayAsync(personId, stop);
}
