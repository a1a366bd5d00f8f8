// Where the pages of a year's perception figures stand.
using Hearth.Insight.Measures.Management;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures.Perception;

internal static class AddressOf
{
    public const string History = "/insight/measures/history";

    public static string Figures(ReportingYear year, StockType stock) =>
        $"/insight/measures/{year.Ending}/tenants-said?stock={StockWords.Code(stock)}";

    public static string How(ReportingYear year, StockType stock) =>
        $"/insight/measures/{year.Ending}/tenants-said/how?stock={StockWords.Code(stock)}";

    public static string Editions(ReportingYear year, StockType stock) =>
        $"/insight/measures/{year.Ending}/editions?stock={StockWords.Code(stock)}";
}
