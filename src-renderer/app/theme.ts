import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";

/** Our one accent: a spruce green, the ink of a well-kept ledger. */
const spruce: MantineColorsTuple = [
  "#eaf6f2",
  "#d3eae2",
  "#a9d6c8",
  "#86d3bd",
  "#62bda5",
  "#349a80",
  "#1f8770",
  "#0f6b5a",
  "#0b5648",
  "#064237",
];

/** Warm neutrals instead of Mantine's blue-grays, so that paper and ink share a temperature. */
const gray: MantineColorsTuple = [
  "#faf8f5",
  "#f4f2ee",
  "#eae7e1",
  "#ddd9d1",
  "#c6c1b7",
  "#8d877b",
  "#787268",
  "#5c5850",
  "#3e3b35",
  "#24221e",
];

const dark: MantineColorsTuple = [
  "#ebe7e0",
  "#cfcbc3",
  "#aca79d",
  "#8d887f",
  "#4a4741",
  "#38352f",
  "#2a2824",
  "#211f1c",
  "#1a1916",
  "#131210",
];

const FONT =
  '"Inter Variable", Inter, "Segoe UI Variable Text", "Segoe UI", -apple-system, BlinkMacSystemFont, "Helvetica Neue", "Noto Sans", Ubuntu, Cantarell, Roboto, "Liberation Sans", Arial, sans-serif';

/** Mantine picks the ink of a filled control once for both schemes; ours differs between them. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const ours = input.color === undefined || input.color === "spruce";
  return input.variant === "filled" && ours ? { ...colors, color: "var(--bh-on-accent)" } : colors;
};

/** Backhaul’s Mantine theme. */
export const theme = createTheme({
  colors: { spruce, gray, dark },
  primaryColor: "spruce",
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  variantColorResolver,
  black: "#24221e",
  fontFamily: FONT,
  fontFamilyMonospace: "var(--bh-mono)",
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.4" },
  headings: { fontFamily: FONT, fontWeight: "620", textWrap: "balance" },
  defaultRadius: "md",
  radius: { xs: "3px", sm: "5px", md: "7px", lg: "10px", xl: "16px" },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: "sm" } },
    Modal: {
      defaultProps: {
        centered: true,
        radius: "lg",
        overlayProps: { backgroundOpacity: 0.4 },
        closeButtonProps: { "aria-label": "Close" },
        transitionProps: { duration: 120 },
      },
    },
    Tooltip: { defaultProps: { openDelay: 250, events: { hover: true, focus: true, touch: true } } },
    Kbd: { defaultProps: { size: "xs" } },
  },
});

/** Mantine's own variables pointed at ours, so that its components sit on the same paper. */
const POINTED = {
  "--mantine-color-body": "var(--bh-surface)",
  "--mantine-color-text": "var(--bh-ink)",
  "--mantine-color-dimmed": "var(--bh-muted)",
  "--mantine-color-placeholder": "var(--bh-muted)",
  "--mantine-color-error": "var(--bh-bad)",
  "--mantine-color-anchor": "var(--bh-accent)",
  "--mantine-color-default-border": "var(--bh-line-strong)",
  "--mantine-color-default": "var(--bh-surface)",
  "--mantine-color-default-hover": "var(--bh-sunken)",
};

/** Set for each scheme, because Mantine sets its own there too. Ours know the scheme by themselves. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: POINTED, dark: POINTED });
