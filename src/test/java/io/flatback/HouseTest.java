package io.flatback;
import org.junit.jupiter.api.Test;
class HouseTest { @Test void x() {} }
