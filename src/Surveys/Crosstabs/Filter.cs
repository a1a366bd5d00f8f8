// What a table is narrowed to: one value of a group or question. As it stands in the address: “age=16 to 34”.
namespace Hearth.Surveys.Crosstabs;

/// <param name="Axis">What it is narrowed by.</param>
/// <param name="Value">Place of the value among the axis's.</param>
internal sealed record Filter(Axis Axis, int Value)
{
    public string Words => $"{Axis.Title}: {Axis.Values[Value]}";
}
