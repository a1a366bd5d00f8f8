// The answers at one moment, and every figure worked out from them, each once.
using System.Collections.Concurrent;
using Hearth.Surveys.Questionnaires;
using Hearth.Surveys.Results.ExportResponses;

namespace Hearth.Surveys.Results;

internal sealed class Snapshot(AnswerColumns columns, Asked asked)
{
    private readonly ConcurrentDictionary<string, QuestionResult> results = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string, Grouping), GroupTable> alone = new();
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<Grouping, GroupTable>> beside = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Grouping, IReadOnlyList<GroupResponse>> responses = new();
    private readonly ConcurrentDictionary<Grouping, int[]> numbers = new();

    private GroupCells? cells;
    private IReadOnlyDictionary<Grouping, IReadOnlyList<GroupResponse>>? answered;

    private readonly ConcurrentDictionary<Grouping, IReadOnlyList<Nesting>> nestings = new();

    private string[][]? printed;
    private SurveyWeights? weights;
    private readonly ConcurrentDictionary<(string, int), WeightedResult?> weighted = new();

    /// <summary>Households that have answered.</summary>
    public int Count { get; } = columns.Count;

    public Asked Asked => asked;

    /// <summary>The whole survey's answers to a question.</summary>
    public QuestionResult Of(Question question) => results.GetOrAdd(question.Key, _ => QuestionResult.From(question, this));

    /// <summary>Each response's groups as they may leave the house: hidden where fewer than ten homes share them, in the order of <see cref="ResponsesFile.Columns"/>.</summary>
    public string[][] Printed =>
        printed ??= GroupsThatHide.Of([.. ResponsesFile.Columns.Select(grouping => ResponsesFile.Names(this, grouping))]);

    /// <summary>How much each response counts where those who answered are to stand for all who were asked.</summary>
    public SurveyWeights Weights =>
        weights ??= SurveyWeights.Of(ResponsesFile.Columns.Zip(Printed).ToDictionary(pair => pair.First, pair => pair.Second), asked);

    /// <summary>The same counted by weights; null where there is nothing to add.</summary>
    /// <param name="question">A question of this survey.</param>
    /// <param name="population">Households that could have answered.</param>
    public WeightedResult? Weighted(Question question, int population) =>
        weighted.GetOrAdd((question.Key, population), _ => WeightedResult.Of(Of(question), this, population));

    /// <summary>A question's answers by group, small numbers hidden, and what the tables by two groupings together would give away.</summary>
    public GroupTable By(Question question, Grouping grouping) =>
        Groupings.OfPeople.Contains(grouping)
            ? beside.GetOrAdd(question.Key, _ => TablesBeside.Of(question, this))[grouping]
            : Alone(question, grouping);

    /// <summary>The same table as if no other stood beside it but those it is nested in.</summary>
    public GroupTable Alone(Question question, Grouping grouping) =>
        alone.GetOrAdd((question.Key, grouping), _ => GroupTable.From(question, grouping, this));

    /// <summary>Who answered, by group, small numbers hidden, and what two groupings together would give away.</summary>
    public IReadOnlyList<GroupResponse> ResponseBy(Grouping grouping) =>
        (answered ??= ResponsesBeside.Of(this)).TryGetValue(grouping, out var rows) ? rows : ResponseAlone(grouping);

    /// <summary>The same as if no other stood beside it but those it is nested in.</summary>
    public IReadOnlyList<GroupResponse> ResponseAlone(Grouping grouping) =>
        responses.GetOrAdd(grouping, _ => GroupResponse.From(grouping, this));

    /// <summary>The combinations of groups that answered.</summary>
    public GroupCells Cells => cells ??= GroupCells.Of(this);

    /// <summary>The group of each response, as a number into <see cref="Names"/>.</summary>
    public int[] GroupNumbers(Grouping grouping) =>
        numbers.GetOrAdd(
            grouping,
            _ =>
            {
                var groups = new int[Count];
                var coded = Groups(grouping);
                for (var row = 0; row < groups.Length; row++)
                {
                    groups[row] = coded[row];
                }
                return groups;
            }
        );

    /// <summary>The groupings of which each group of this one lies in one group.</summary>
    public IReadOnlyList<Nesting> NestedIn(Grouping grouping) => nestings.GetOrAdd(grouping, _ => Nesting.Of(grouping, this));

    public T Column<T>(Question question)
        where T : AnswerColumn => (T)columns.ByKey[question.Key];

    /// <summary>The answers to a question, whatever they are; null for words.</summary>
    public AnswerColumn? Held(Question question) => columns.ByKey.GetValueOrDefault(question.Key);

    /// <summary>The group of each response, as a number into <see cref="Names"/>.</summary>
    public ReadOnlySpan<ushort> Groups(Grouping grouping) => columns.Groups[grouping].First(Count);

    /// <summary>The row of each response, by its id.</summary>
    public Dictionary<Guid, int> Rows()
    {
        var rows = new Dictionary<Guid, int>(Count);
        var ids = columns.Ids(Count);
        for (var row = 0; row < ids.Length; row++)
        {
            rows[ids[row]] = row;
        }
        return rows;
    }

    /// <summary>The names behind those numbers, then those of groups that were asked and from which nobody answered.</summary>
    public IReadOnlyList<string> Names(Grouping grouping)
    {
        var coded = columns.Groups[grouping];
        var answered = Enumerable.Range(0, coded.Different).Select(coded.NameOf).ToList();
        return asked.ByGroup.TryGetValue(grouping, out var all)
            ? [.. answered, .. all.Keys.Except(answered, StringComparer.Ordinal)]
            : answered;
    }
}
