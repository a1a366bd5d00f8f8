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
        if (actor is not { Kind: ActorKind.Tenant } || actor.Id != personId)
        {
            return
            [
                new(
                    "About you, for fairness",
                    $"{said.Answers.Count} {(said.Answers.Count == 1 ? "answer" : "answers")}, sealed. Only you can open them: sign in and choose “About you, for fairness” on your page."
                ),
            ];
        }
        var items = EqualityQuestions
            .All.Where(q => said.Answers.ContainsKey(q.Key))
            .Select(q => new HeldItem($"About you: {q.Words}", said.Answers[q.Key]));
        return said.By is { } by
            ? [.. items, new HeldItem("About you: who wrote it down for you", $"{by}. {ToldHowWords.Of(said.How)}")]
            : [.. items];
    }

    public Task ForgetAsync(Guid personId, CancellationToken stop) => answers.TakeAwayAsync(personId, stop);
}
