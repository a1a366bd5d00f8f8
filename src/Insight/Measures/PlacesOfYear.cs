// Where the parts of a reporting year stand.
using Hearth.Insight.Measures.Management;
using Hearth.Surveys.Public;

namespace Hearth.Insight.Measures;

internal static class PlacesOfYear
{
    public static string Home(this ReportingYear year) => $"/insight/measures/{year.Ending}";

    public static string Approach(this ReportingYear year) => year.Home() + "/approach";

    public static string Approach(this ReportingYear year, StockType stock, string item) =>
        $"{year.Approach()}/{Line.Code(stock).ToLowerInvariant()}/{item}";

    public static string Return(this ReportingYear year) => year.Home() + "/return";

    public static string Publish(this ReportingYear year) => year.Home() + "/publish";

    /// <summary>Where tenants read it.</summary>
    public static string Public(this ReportingYear year) => $"/measures/{year.Ending}";

    /// <summary>The stock that an address names, or null.</summary>
    public static StockType? Stock(string name) =>
        Enum.GetValues<StockType>()
            .Where(stock => string.Equals(Line.Code(stock), name, StringComparison.OrdinalIgnoreCase))
            .Cast<StockType?>()
            .FirstOrDefault();
}
