using System.ComponentModel;
using System.Reflection;
using MyCavoodle.Assistant;
using MyCavoodle.Plugins;

namespace MyCavoodle.Tests.Unit.Plugins;

/// <summary>Plugins are plain classes: whatever agent framework comes along can import their methods unchanged.</summary>
public sealed class ShapeTests
{
    public static TheoryData<MethodInfo> Methods => [.. typeof(Toolbox).Assembly.GetTypes().Where(t => typeof(IPlugin).IsAssignableFrom(t))
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)).Where(m => !m.IsSpecialName)];

    [Theory, MemberData(nameof(Methods))]
    public void A_tool_is_a_described_method_of_plain_types_with_the_cancellation_token_last(MethodInfo method)
    {
        Assert.NotNull(method.GetCustomAttribute<DescriptionAttribute>());
        var parameters = method.GetParameters();
        Assert.All(parameters.Where(p => p.ParameterType != typeof(CancellationToken)), p => Assert.NotNull(p.GetCustomAttribute<DescriptionAttribute>()));
        Assert.All(parameters.SkipLast(1), p => Assert.NotEqual(typeof(CancellationToken), p.ParameterType));
        Assert.All(parameters.Select(p => p.ParameterType).Append(method.ReturnType), type => Assert.Matches("^(System|MyCavoodle)", type.Namespace));
        Assert.Single(method.DeclaringType!.GetMethods(), other => other.Name == method.Name);
    }
}
