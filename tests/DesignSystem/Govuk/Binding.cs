// Reads a fixture's options as Nunjucks would: false, nought and nothing leave a part out; numbers may stand for words.
using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Hearth.DesignSystem.Govuk;

namespace Hearth.DesignSystem.Tests.Govuk;

internal static class Binding
{
    public static object? Bind(JsonElement json, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return json.ValueKind switch
            {
                JsonValueKind.String => json.GetString(),
                JsonValueKind.Number => json.GetRawText(),
                JsonValueKind.True => "true",
                _ => null,
            };
        }

        if (json.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        if (type == typeof(bool))
        {
            return json.ValueKind == JsonValueKind.True || (json.ValueKind == JsonValueKind.String && json.GetString() is { Length: > 0 });
        }

        if (type == typeof(int))
        {
            return (int)Number(json);
        }

        if (type == typeof(double))
        {
            return Number(json);
        }

        if (type == typeof(Attributes))
        {
            return AttributesOf(json);
        }

        if (typeof(IDictionary).IsAssignableFrom(type))
        {
            var dictionary = (IDictionary)Activator.CreateInstance(type)!;
            foreach (var property in json.EnumerateObject())
            {
                dictionary[property.Name] = Bind(property.Value, typeof(string));
            }

            return dictionary;
        }

        if (json.ValueKind == JsonValueKind.False)
        {
            return null;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var item = type.GetGenericArguments()[0];
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            foreach (var element in json.EnumerateArray())
            {
                list.Add(Bind(element, item));
            }

            return list;
        }

        return json.ValueKind == JsonValueKind.Object ? Record(json, type) : null;
    }

    private static object Record(JsonElement json, Type type)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var property in json.EnumerateObject())
        {
            var target = type.GetProperty(property.Name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase);
            if (target is { CanWrite: true } && (LeftOut(property, type) ?? Bind(property.Value, target.PropertyType)) is { } value)
            {
                target.SetValue(record, value);
            }
        }

        return record;
    }

    // Two places where false is more than absence.
    private static object? LeftOut(JsonProperty property, Type type) =>
        (property.Value.ValueKind, property.Name) switch
        {
            (JsonValueKind.False, "day" or "month" or "year") when type == typeof(DateInput) => DatePart.LeftOut,
            (JsonValueKind.False, "value") when type == typeof(Option) => "false",
            _ => null,
        };

    private static double Number(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? double.Parse(json.GetString()!, CultureInfo.InvariantCulture) : json.GetDouble();

    private static Attributes AttributesOf(JsonElement json)
    {
        Attributes all = [];
        foreach (var property in json.EnumerateObject())
        {
            var (value, optional) = (property.Value, false);
            if (value.ValueKind == JsonValueKind.Object)
            {
                optional = value.TryGetProperty("optional", out var flag) && flag.ValueKind == JsonValueKind.True;
                value = value.TryGetProperty("value", out var inner) ? inner : default;
            }

            if (optional && value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null or JsonValueKind.False)
            {
                continue;
            }

            all.Add(
                property.Name,
                optional && value.ValueKind == JsonValueKind.True
                    ? null
                    : (string?)(value.ValueKind == JsonValueKind.Undefined ? "" : Bind(value, typeof(string)) ?? "")
            );
        }

        return all;
    }
}
