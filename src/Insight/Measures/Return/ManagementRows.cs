// The management figures as the return asks for them, each value under its code.
using Hearth.Insight.Measures.Management;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Return;

internal static class ManagementRows
{
    public static IEnumerable<ReturnRow> Of(YearToReport report)
    {
        foreach (var line in report.Management.Asked)
        {
            var codes = line.Measure.Datapoints[line.Stock];
            var values = report.Returns[line.Stock].Values;
            if (report.Management[line] is { Applies: false })
            {
                yield return new(codes.Value, $"{line.Measure.Called} {What(line)}", line.Stock, "Does not apply");
                continue;
            }
            foreach (var (code, what) in Parts(line, codes))
            {
                // a figure always has its row; the other cells only where something stands in them
                if (values.GetValueOrDefault(code) is { } value)
                {
                    yield return new(code, $"{line.Measure.Called} {what}", line.Stock, value);
                }
                else if (code == codes.Value)
                {
                    yield return new(code, $"{line.Measure.Called} {what}", line.Stock, ReturnRow.NoFigure);
                }
            }
        }
    }

    private static IEnumerable<(string Code, string What)> Parts(Line line, ManagementDatapoints codes) =>
        new (string? Code, string What)[]
        {
            (codes.Value, What(line)),
            (codes.Numerator, "numerator"),
            (codes.Denominator, "denominator"),
            (codes.WithoutExtension, "in time without an extension"),
            (codes.WithExtension, "in time with an extension"),
            (codes.Target, $"target in {line.Measure.Target?.ToString().ToLowerInvariant()}"),
            (codes.SeveralTargets, "more than one target"),
            (codes.SeveralTargetsText, "the targets"),
        }
            .Where(part => part.Code is not null)
            .Select(part => (part.Code!, part.What));

    private static string What(Line line) => line.IsShare ? "per cent" : "per 1,000 homes";
}
