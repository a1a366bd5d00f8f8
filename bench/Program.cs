// Measures Hearth beside its peers and limits: ./do bench [intake pages import results crosstabs ladders sending limits estimates measures raking] [--rounds 5] [--format json]. Prints; writes nothing.
using Hearth.Bench.Answers;
using Hearth.Bench.Crosstabs;
using Hearth.Bench.Estimates;
using Hearth.Bench.Imports;
using Hearth.Bench.Ladders;
using Hearth.Bench.Limits;
using Hearth.Bench.Measures;
using Hearth.Bench.Measuring;
using Hearth.Bench.Pages;
using Hearth.Bench.Raking;
using Hearth.Bench.Results;
using Hearth.Bench.Sending;
using Hearth.Storage.Public;

if (args is ["import-once", ..])
{
    return await ImportOnce.RunAsync(Enum.Parse<DatabaseKind>(args[1]), int.Parse(args[2]));
}

var part = 1;
var measures = new Dictionary<string, Func<DatabaseKind, int, Task<IReadOnlyList<Figure>>>>(StringComparer.Ordinal)
{
    ["intake"] = IntakeMeasure.RunAsync,
    ["pages"] = PagesMeasure.RunAsync,
    ["import"] = ImportMeasure.RunAsync,
    ["results"] = ResultsMeasure.RunAsync,
    ["crosstabs"] = CrosstabMeasure.RunAsync,
    ["ladders"] = LaddersMeasure.RunAsync,
    ["sending"] = (kind, rounds) => SendingMeasure.RunAsync(kind, rounds, part),
    ["limits"] = (kind, rounds) => LimitsMeasure.RunAsync(kind, rounds, part),
    ["estimates"] = EstimatesMeasure.RunAsync,
    ["measures"] = YearMeasure.RunAsync,
    // no database in it: once
    ["raking"] = (kind, rounds) => Task.FromResult(kind == DatabaseKind.Sqlite ? RakingMeasure.Run(rounds) : []),
};
if (Asked.Read(args, measures.Keys) is not { } asked)
{
    await Console.Error.WriteLineAsync(
        $"usage: ./do bench [{string.Join(' ', measures.Keys)}] [--rounds N] [--part N] [--format text|json]"
    );
    return 2;
}
part = asked.Part;

var conditions = await Conditions.AtStartAsync();
var figures = new List<Figure>();
foreach (var name in asked.Names)
{
    foreach (var kind in Enum.GetValues<DatabaseKind>())
    {
        await Console.Error.WriteLineAsync($"measuring {name} on {kind} …");
        figures.AddRange(await measures[name](kind, asked.Rounds));
    }
}
Report.Print(asked.Json, conditions with { LoadAtEnd = Conditions.Load() }, figures);
return 0;
